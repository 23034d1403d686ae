import type { LogEntry } from '../proxy/request-log';
import { h } from './dom';
import { server } from './server';

export type LogView = ReturnType<typeof createLogView>;

/** Every request of the app, newest first. Secrets were masked on the server. */
export function createLogView() {
  const rows = h('tbody', {});
  const label = h('span', {}, 'Requests');
  const drawn = new Map<number, { readonly text: string; readonly element: HTMLElement }>();
  let drawing: Promise<void> | undefined;
  let changes = 0;

  const heads = ['Status', 'ms', 'Asked', 'Request'].map((title) => h('th', {}, title));
  const element = h('table', {}, h('thead', {}, h('tr', {}, ...heads)), rows);

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
    label.textContent = `Requests ${entries.length}`;
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
    /** Says how many there are once somebody looks. */
    label,
    /** Something was asked or answered. */
    refresh() {
      // Nobody looks: the log is read when the panel is opened.
      if (!element.checkVisibility()) return;
      changes += 1;
      drawing ??= draw().catch(() => undefined);
    },
  };
}

function row(entry: LogEntry, open: boolean): HTMLElement {
  const { id, status, ms, via, method, asked, sent, refused, ticket } = entry;
  const service = via === 'zendesk-api' ? 'Zendesk' : (sent?.service ?? 'proxy');
  const fault = sent && sent.fault !== 'none' ? ` (${sent.fault})` : '';
  const request = h(
    'details',
    { open },
    h('summary', {}, h('b', {}, method), ' ', shorten(sent?.url ?? asked)),
    h('pre', {}, details(entry)),
  );
  return h(
    'tr',
    { 'data-id': id, 'data-service': service },
    h('td', {}, statusText(status)),
    h('td', {}, ms === undefined ? '' : String(ms)),
    h('td', {}, service + fault),
    h('td', {}, request, refused ? h('p', {}, refused) : undefined, ticket),
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

function shorten(url: string): string {
  return url.length > 160 ? `${url.slice(0, 160)}…` : url;
}
