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
  const drawn = new Map<number, { readonly text: string; readonly element: HTMLElement }>();
  let drawing: Promise<void> | undefined;
  let changes = 0;

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

  /** One reading at a time: an older one that comes in late must not be drawn over a newer one. */
  async function draw(): Promise<void> {
    try {
      let drawnAt: number;
      do {
        drawnAt = changes;
        drawEntries(await server.requests());
      } while (drawnAt !== changes);
    } finally {
      drawing = undefined;
    }
  }

  /** A row that says what it said stays the element it was: what has been opened stays open. */
  function drawEntries(entries: readonly LogEntry[]): void {
    count.textContent = String(entries.length);
    // Nobody looks: the rows are drawn when the panel is opened.
    if (element.offsetParent === null) return;
    const before = new Map(drawn);
    drawn.clear();
    for (const entry of entries) {
      const text = JSON.stringify(entry);
      const known = before.get(entry.id);
      const open = known?.element.querySelector('details')?.open === true;
      drawn.set(entry.id, known?.text === text ? known : { text, element: row(entry, open) });
    }
    rows.replaceChildren(...[...drawn.values()].reverse().map(({ element: one }) => one));
  }

  return {
    element,
    count,
    refresh() {
      changes += 1;
      drawing ??= draw().catch(() => undefined);
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
