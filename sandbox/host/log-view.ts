import type { LogEntry } from '../wire';
import { h } from './dom';
import { server } from './server';

export interface LogView {
  readonly element: HTMLElement;
  readonly count: HTMLElement;
  /** Something was asked or answered. */
  refresh(): void;
}

/** Every request of the app, newest first. Secrets were masked on the server. */
export function createLogView(): LogView {
  const rows = h('tbody', {});
  const count = h('span', { class: 'count' }, '0');
  let waiting = false;

  const element = h(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Requests' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h('tr', {}, ...['Status', 'ms', 'Asked', 'Request'].map((title) => h('th', {}, title))),
      ),
      rows,
    ),
  );

  async function draw(): Promise<void> {
    waiting = false;
    const entries = await server.requests();
    count.textContent = String(entries.length);
    const isOpen = (id: string) =>
      rows.querySelector(`[data-id="${id}"] details`)?.hasAttribute('open');
    rows.replaceChildren(
      ...[...entries].reverse().map((entry) => row(entry, isOpen(String(entry.id)) === true)),
    );
  }

  return {
    element,
    count,
    refresh() {
      if (waiting) return;
      waiting = true;
      setTimeout(() => void draw(), 60);
    },
  };
}

function row(entry: LogEntry, open: boolean): HTMLElement {
  const { id, status, ms, via, method, asked, sent, refused, ticket } = entry;
  const label = via === 'zendesk-api' ? 'Zendesk' : (sent?.service ?? 'proxy');
  const fault =
    sent && sent.fault !== 'none' ? h('span', { class: 'badge' }, sent.fault) : undefined;
  return h(
    'tr',
    { 'data-id': id, 'data-service': label },
    h('td', {}, h('span', { class: `code ${tone(status)}` }, statusText(status))),
    h('td', { class: 'number' }, ms === undefined ? '' : String(ms)),
    h('td', {}, label, ' ', fault),
    h(
      'td',
      {},
      h(
        'details',
        { open },
        h('summary', {}, h('b', {}, method), ' ', h('code', {}, shorten(sent?.url ?? asked))),
        h('pre', {}, details(entry)),
      ),
      refused ? h('p', { class: 'refused' }, refused) : undefined,
      h('span', { class: 'of-ticket' }, ticket ?? ''),
    ),
  );
}

function details({ asked, sent }: LogEntry): string {
  if (!sent) return asked;
  const headers = Object.entries(sent.headers).map(([name, value]) => `${name}: ${value}`);
  return [
    `as the app asked: ${asked}`,
    `as it left:      ${sent.url}`,
    ...headers,
    '',
    sent.body ?? '',
  ]
    .join('\n')
    .trim();
}

function statusText(status: number | undefined): string {
  if (status === undefined) return '…';
  return status === 0 ? 'none' : String(status);
}

function tone(status: number | undefined): string {
  if (status === undefined) return 'running';
  return status >= 200 && status < 300 ? 'good' : 'bad';
}

function shorten(url: string): string {
  return url.length > 160 ? `${url.slice(0, 160)}…` : url;
}
