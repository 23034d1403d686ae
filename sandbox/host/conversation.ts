import type { CommentView, TicketView } from '../wire';
import { clock, h } from './dom';
import { sanitised } from './sanitise';

/** Newest last, as Zendesk shows it. */
export function drawConversation(list: HTMLElement, { comments }: TicketView): void {
  list.replaceChildren(...comments.map(drawComment));
  list.scrollTop = list.scrollHeight;
}

function drawComment(comment: CommentView): HTMLElement {
  const { author, createdAt, html } = comment;
  const text = h('div', { class: 'comment-text', dir: 'auto' });
  text.append(sanitised(html));
  for (const link of text.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  return h(
    'li',
    {
      class: `comment ${comment.public ? author.role : 'internal'}`,
      'data-public': String(comment.public),
    },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(author.name)),
    h(
      'div',
      {},
      h(
        'div',
        { class: 'comment-head' },
        h('b', { dir: 'auto' }, author.name),
        comment.public ? undefined : h('span', { class: 'badge' }, 'Internal'),
        h('time', { datetime: createdAt }, clock(createdAt)),
      ),
      text,
    ),
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => part.replace(/[^\p{L}]/gu, '').charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
}
