/**
 * Runs in the page, and finds the texts that are painted as none was before on this page. Contrast is
 * decided by the text's own style, by what is painted behind it, and by what floats over it: where nothing floats, one
 * text of each style on each ground says it of all. Asking axe of every text of every state took most of the time.
 */
export function freshTexts(): Element[] {
  const seen = ((window as unknown as { seenTexts?: Set<string> }).seenTexts ??= new Set());
  const all = [...document.body.querySelectorAll('*')];
  const styles = new Map([document.documentElement, document.body, ...all].map(styled));
  const floating = all.filter((one) =>
    ['absolute', 'fixed', 'sticky'].includes(styleOf(one).position),
  );
  return all.filter(isText).filter((text) => {
    const key = keyOf(text);
    if (seen.has(key) && !floating.some((one) => liesOver(one, text))) return false;
    seen.add(key);
    return true;
  });

  function styled(element: Element): [Element, CSSStyleDeclaration] {
    return [element, getComputedStyle(element)];
  }

  function styleOf(element: Element): CSSStyleDeclaration {
    return styles.get(element) ?? getComputedStyle(element);
  }

  function isText(element: Element): boolean {
    if (/^(input|select|textarea)$/i.test(element.tagName)) return true;
    return [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
  }

  function liesOver(one: Element, text: Element): boolean {
    if (one.contains(text) || text.contains(one)) return false;
    const [over, under] = [one.getBoundingClientRect(), text.getBoundingClientRect()];
    return (
      over.left < under.right &&
      over.right > under.left &&
      over.top < under.bottom &&
      over.bottom > under.top
    );
  }

  function keyOf(text: Element): string {
    const { width, height } = text.getBoundingClientRect();
    const own = styleOf(text);
    // Of what is not seen, or cannot be pressed, axe says nothing: it is no example of what is.
    const isSeen = text.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    const isOff = text.closest(':disabled, [aria-disabled="true"]') !== null;
    const grounds: string[] = [];
    for (let ground: Element | null = text; ground; ground = ground.parentElement) {
      const { backgroundColor, backgroundImage, opacity, filter, clipPath } = styleOf(ground);
      grounds.push([backgroundColor, backgroundImage, opacity, filter, clipPath].join(' '));
    }
    return [
      text.tagName,
      isSeen,
      isOff,
      own.color,
      own.webkitTextFillColor,
      own.fontSize,
      own.fontWeight,
      own.textShadow,
      ...grounds.filter((ground) => ground !== 'rgba(0, 0, 0, 0) none 1 none none'),
    ].join('|');
  }
}
