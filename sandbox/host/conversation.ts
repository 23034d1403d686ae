import type { CommentView, TicketView } from '../wire';
import { h } from './dom';
import { sanitised } from './sanitise';

/** Newest last, as Zendesk shows it. */
export function drawConversation(list: HTMLElement, { comments }: TicketView): void {
  list.replaceChildren(...comments.map(drawComment));
  list.scrollTop = list.scrollHeight;
}

function drawComment({ author, createdAt, html, public: isPublic }: CommentView): HTMLElement {
  const text = h('div', { class: 'comment-text', dir: 'auto' });
  text.append(sanitised(html));
  for (const link of text.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  return h(
    'li',
    { class: 'comment', 'data-public': String(isPublic) },
    h('b', { dir: 'auto' }, author.name),
    ` · ${isPublic ? '' : 'internal note · '}`,
    h('time', { datetime: createdAt }, clock(createdAt)),
    text,
  );
}

function clock(at: string): string {
  return new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
