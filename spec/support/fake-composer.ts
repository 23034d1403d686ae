import type { FakeZafOptions } from './fake-zaf';

export interface FakeComposer {
  draft: string;
  type: string;
  channel: string;
  richText: boolean;
  /** Where `ticket.editor.insert` puts things; the end of the draft unless set. */
  cursor: number | undefined;
  /** What the editor makes of HTML it is given. */
  rewrite: (html: string) => string;
  /** What setting the draft's text makes of it. */
  rewriteSet: (text: string) => string;
  /** Actions that this Zendesk does not have. */
  readonly without: Set<string>;
  set(text: string): void;
  paths: () => Readonly<Record<string, unknown>>;
  /** False when there is no such action. */
  invoke(action: string, args: readonly unknown[]): boolean;
}

export function createFakeComposer(options: FakeZafOptions): FakeComposer {
  const composer: FakeComposer = {
    draft: options.draft ?? '',
    type: options.commentType ?? 'publicReply',
    channel: options.channel ?? 'email',
    richText: options.richText ?? true,
    cursor: undefined,
    rewrite: (html) => html,
    rewriteSet: (text) => text,
    without: new Set(),
    set(text) {
      composer.draft = composer.rewriteSet(text);
    },
    paths: () => ({
      'comment.text': composer.draft,
      'comment.type': composer.type,
      'comment.useRichText': composer.richText,
      'ticket.editor.targetChannel': { name: composer.channel },
      'ticket.editor.capabilities.richText': composer.richText,
    }),
    invoke(action, args) {
      if (composer.without.has(action)) return false;
      const text = String(args[0]);
      switch (action) {
        case 'ticket.editor.insert':
          insertAt(composer.cursor ?? composer.draft.length, composer.rewrite(text));
          return true;
        case 'ticket.comment.appendHtml':
          insertAt(composer.draft.length, composer.rewrite(text));
          return true;
        case 'ticket.comment.appendText':
          insertAt(composer.draft.length, composer.draft === '' ? text : `\n${text}`);
          return true;
        case 'macro':
          insertAt(composer.draft.length, options.macros?.[Number(args[0])] ?? '');
          return Number(args[0]) in (options.macros ?? {});
        case 'resize':
          return true;
        default:
          return false;
      }
    },
  };

  function insertAt(at: number, text: string): void {
    composer.draft = composer.draft.slice(0, at) + text + composer.draft.slice(at);
  }
  return composer;
}
