const tags = new Set(
  'P BR B STRONG I EM U A UL OL LI DIV SPAN BLOCKQUOTE CODE PRE H1 H2 H3 H4 HR'.split(' '),
);
const dropped = 'script, style, template, iframe, object, embed, svg, math, link, meta, form, img';

/** What Zendesk's editor keeps of HTML that is put into it: text, a little markup, links. */
export function sanitised(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  parsed.querySelectorAll(dropped).forEach((element) => {
    element.remove();
  });
  for (const element of [...parsed.body.querySelectorAll('*')].reverse()) {
    if (!tags.has(element.tagName)) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      const isLink =
        element.tagName === 'A' && name === 'href' && /^(https?:|mailto:)/i.test(value);
      if (!isLink && name !== 'dir') element.removeAttribute(name);
    }
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...parsed.body.childNodes);
  return fragment;
}
