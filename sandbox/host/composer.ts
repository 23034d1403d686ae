import type { ChannelName } from '../scenarios/scenario';
import { button, h } from './dom';
import { sanitised } from './sanitise';

export type CommentType = 'publicReply' | 'internalNote';

export interface ComposerPorts {
  readonly channel: ChannelName;
  /** Rich text is switched off. */
  readonly plainText: boolean;
  readonly draft: string;
  readonly extras: readonly HTMLElement[];
  readonly onText: () => void;
  /** Which of what the app can see has changed. */
  readonly onMode: (changed: { readonly rich: boolean }) => void;
  readonly onSubmit: () => void;
}

const types = [
  ['publicReply', 'Public reply'],
  ['internalNote', 'Internal note'],
] as const;

const channelLabels: Readonly<Record<ChannelName, string>> = {
  email: 'via email',
  native_messaging: 'via messaging',
  facebook: 'via Facebook',
};

export type Composer = ReturnType<typeof createComposer>;

/** What stands in the composer, and the few things that Zendesk lets an app do to it. */
export function createComposer(ports: ComposerPorts) {
  const plainChannel = ports.plainText || ports.channel !== 'email';
  let type: CommentType = 'publicReply';
  let caret: Range | undefined;

  const editor = h('div', {
    id: 'composer',
    class: 'editor',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Comment',
    tabindex: 0,
  });
  const switches = types.map(([value, label]) =>
    button(label, { 'data-comment-type': value }, () => {
      setType(value);
    }),
  );
  const channelName = h('span', {});
  const submit = button('Submit', { 'data-action': 'submit' }, ports.onSubmit);
  const element = h(
    'section',
    { class: 'composer', 'aria-label': 'Composer' },
    h('div', { class: 'composer-bar' }, ...switches, channelName),
    editor,
    h('div', { class: 'composer-bar' }, ...ports.extras, submit),
  );

  const isRich = (): boolean => type === 'internalNote' || !plainChannel;
  const text = (): string =>
    isRich() ? (editor.textContent === '' ? '' : editor.innerHTML) : editor.textContent;

  function draw(): void {
    editor.contentEditable = isRich() ? 'true' : 'plaintext-only';
    editor.classList.toggle('plain', !isRich());
    element.dataset['type'] = type;
    switches.forEach((mode, index) => {
      mode.setAttribute('aria-pressed', String(types[index]?.[0] === type));
    });
    const seen = type === 'internalNote' ? 'Seen by agents only' : channelLabels[ports.channel];
    channelName.textContent = isRich() ? seen : `${seen} · plain text`;
  }

  function setType(next: CommentType): void {
    if (next === type) return;
    const before = isRich();
    type = next;
    if (before && !isRich()) editor.textContent = editor.innerText;
    draw();
    ports.onMode({ rich: before !== isRich() });
  }

  /** Where the caret was last: pressing a button in the app takes the focus away from the editor. */
  function insertAt(range: Range | undefined, content: DocumentFragment): void {
    if (!content.lastChild) return;
    if (editor.textContent === '') editor.replaceChildren();
    if (range && editor.contains(range.commonAncestorContainer)) put(editor, range, content);
    else editor.append(content);
    editor.scrollTop = editor.scrollHeight;
    ports.onText();
  }

  const fitting = (html: string): DocumentFragment => {
    const content = sanitised(html);
    return isRich() ? content : fragmentOf(content.textContent);
  };

  editor.addEventListener('input', ports.onText);
  function followCaret(): void {
    const selection = document.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    if (range && editor.contains(range.commonAncestorContainer)) caret = range.cloneRange();
  }
  document.addEventListener('selectionchange', followCaret);
  if (isRich()) editor.append(sanitised(ports.draft));
  else editor.textContent = ports.draft;
  draw();

  return {
    element,
    type: () => type,
    setType,
    isRich,
    channel: (): string => (type === 'internalNote' ? 'internal' : ports.channel),
    /** HTML where it is rich, plain text where it is not. */
    text,
    setText(next: string) {
      if (isRich()) editor.replaceChildren(sanitised(next));
      else editor.textContent = next;
      ports.onText();
    },
    insertAtCursor(html: string) {
      insertAt(caret, fitting(html));
    },
    append(html: string) {
      insertAt(undefined, fitting(html));
    },
    appendText(plain: string) {
      const before = isRich() || editor.textContent === '' ? '' : '\n';
      const lines = plain.split('\n').map((line) => h('p', {}, line));
      insertAt(undefined, isRich() ? fragmentOf(...lines) : fragmentOf(before + plain));
    },
    /** The ticket is closed: nothing of it listens to the page any more. */
    destroy() {
      document.removeEventListener('selectionchange', followCaret);
    },
  };
}

function fragmentOf(...content: readonly (Node | string)[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...content.filter((one) => one !== ''));
  return fragment;
}

/** Puts content where the caret is. A paragraph that it would end up inside of is split, as editors do. */
function put(editor: HTMLElement, range: Range, content: DocumentFragment): void {
  const last = content.lastChild;
  const block = topLevel(editor, range.startContainer);
  range.deleteContents();
  if (block instanceof HTMLElement && content.firstElementChild) {
    range.setEndAfter(block);
    const rest = range.extractContents();
    block.after(content, ...[...rest.childNodes].filter((node) => node.textContent !== ''));
    if (block.textContent === '') block.remove();
  } else {
    range.insertNode(content);
  }
  if (last) range.setStartAfter(last);
  range.collapse(true);
}

function topLevel(editor: HTMLElement, node: Node): Node | undefined {
  let at: Node | null = node;
  while (at && at.parentNode !== editor) at = at.parentNode;
  return at ?? undefined;
}
