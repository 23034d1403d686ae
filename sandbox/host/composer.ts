import type { ChannelName } from '../scenarios/scenario';
import { button, h, on } from './dom';
import { put } from './put';
import { sanitised } from './sanitise';

export type CommentType = 'publicReply' | 'internalNote';

/** What stands in the composer, and the few things that Zendesk lets an app do to it. */
export interface Composer {
  readonly element: HTMLElement;
  type(): CommentType;
  setType(type: CommentType): void;
  isRich(): boolean;
  channel(): string;
  /** HTML where it is rich, plain text where it is not. */
  text(): string;
  setText(text: string): void;
  insertAtCursor(html: string): void;
  append(html: string): void;
  appendText(text: string): void;
  /** The ticket is closed: nothing of it listens to the page any more. */
  destroy(): void;
}

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

const types: readonly { readonly type: CommentType; readonly label: string }[] = [
  { type: 'publicReply', label: 'Public reply' },
  { type: 'internalNote', label: 'Internal note' },
];

const mailChannels: readonly ChannelName[] = ['email', 'web'];

const channelLabels: Readonly<Record<ChannelName, string>> = {
  email: 'via email',
  web: 'via web form',
  native_messaging: 'via messaging',
  whatsapp: 'via WhatsApp',
  facebook: 'via Facebook',
  twitter: 'via X',
};

export function createComposer(ports: ComposerPorts): Composer {
  const plainChannel = ports.plainText || !mailChannels.includes(ports.channel);
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
  const switches = types.map(({ type: value, label }) =>
    button(label, { 'data-comment-type': value, class: 'mode' }, () => {
      setType(value);
    }),
  );
  const channelName = h('span', { class: 'channel' });
  const submit = button('Submit', { class: 'primary', 'data-action': 'submit' }, ports.onSubmit);
  const element = h(
    'section',
    { class: 'composer', 'aria-label': 'Composer' },
    h('div', { class: 'composer-head' }, ...switches, channelName),
    editor,
    h('div', { class: 'composer-foot' }, ...ports.extras, submit),
  );

  const isRich = (): boolean => type === 'internalNote' || !plainChannel;
  const text = (): string =>
    isRich() ? (editor.textContent === '' ? '' : editor.innerHTML) : editor.textContent;

  function draw(): void {
    editor.contentEditable = isRich() ? 'true' : 'plaintext-only';
    editor.classList.toggle('plain', !isRich());
    element.dataset['type'] = type;
    switches.forEach((mode, index) => {
      mode.setAttribute('aria-pressed', String(types[index]?.type === type));
    });
    channelName.textContent = `${channelLabel()}${isRich() ? '' : ' · plain text'}`;
  }

  function channelLabel(): string {
    if (type === 'internalNote') return 'Seen by agents only';
    return channelLabels[ports.channel];
  }

  function setType(next: CommentType): void {
    if (next === type) return;
    const before = isRich();
    type = next;
    if (before && !isRich()) editor.textContent = editor.innerText;
    draw();
    ports.onMode({ rich: before !== isRich() });
  }

  function changed(): void {
    ports.onText();
  }

  /** Where the caret was last: pressing a button in the app takes the focus away from the editor. */
  function insertAt(range: Range | undefined, content: DocumentFragment): void {
    if (!content.lastChild) return;
    if (editor.textContent === '') editor.replaceChildren();
    if (range && editor.contains(range.commonAncestorContainer)) put(editor, range, content);
    else editor.append(content);
    editor.scrollTop = editor.scrollHeight;
    changed();
  }

  const textNode = (plain: string): DocumentFragment => {
    const content = document.createDocumentFragment();
    if (plain !== '') content.append(plain);
    return content;
  };

  on(editor, 'input', changed);
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
    channel: () => (type === 'internalNote' ? 'internal' : ports.channel),
    text,
    setText(next) {
      if (isRich()) editor.replaceChildren(sanitised(next));
      else editor.textContent = next;
      changed();
    },
    insertAtCursor(html) {
      const content = sanitised(html);
      insertAt(caret, isRich() ? content : textNode(content.textContent));
    },
    append(html) {
      const content = sanitised(html);
      insertAt(undefined, isRich() ? content : textNode(content.textContent));
    },
    appendText(plain) {
      const before = isRich() || editor.textContent === '' ? '' : '\n';
      insertAt(undefined, isRich() ? paragraphs(plain) : textNode(before + plain));
    },
    destroy() {
      document.removeEventListener('selectionchange', followCaret);
    },
  };
}

function paragraphs(plain: string): DocumentFragment {
  const content = document.createDocumentFragment();
  content.append(...plain.split('\n').map((line) => h('p', {}, line)));
  return content;
}
