import type { LogItem } from '../../sandbox/mailgun/log-item';
import { logItems } from '../../sandbox/mailgun/log-items';
import { parseAddress } from '../../src/address/address';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import { ok } from '../../src/shared/failure';
import type { Send } from '../../src/shared/request';
import { spreadOf, type Spread } from './statistics';

export interface ParseTime {
  readonly events: number;
  readonly bytes: number;
  readonly ms: Spread;
}

const domain = 'customers.gitlab.com';
const recipient = 'olga.okafor@example.com';
const hour = 3_600_000;
const now = Date.UTC(2025, 0, 31);
const window = { from: now - 30 * 24 * hour, to: now };

/** Mails of all fates, one after the other, as Mailgun logs them. */
function itemsOf(events: number): readonly LogItem[] {
  const fates = [
    'delivered',
    'bounced',
    'retrying',
    'delayed-bounce',
    'suppressed-bounce',
  ] as const;
  const items: LogItem[] = [];
  for (let mail = 0; items.length < events; mail += 1) {
    const fate = fates[mail % fates.length] ?? 'delivered';
    const at = now - (mail + 1) * hour;
    const seed = { domain, to: recipient, subject: 'Reset password instructions', at, fate };
    items.push(...logItems(seed, 'us'));
  }
  return items.slice(0, events);
}

/** From the answer's text to mails, as the app reads it. One answer, though Mailgun gives 100 events a page. */
export async function parseTime(events: number, readings: number): Promise<ParseTime> {
  const body = JSON.stringify({
    start: new Date(window.from).toUTCString(),
    end: new Date(window.to).toUTCString(),
    items: itemsOf(events),
    pagination: { total: events },
    aggregates: {},
  });
  const send: Send = () => Promise.resolve(ok({ status: 200, body, headers: {} }));
  const address = parseAddress(recipient);
  if (!address.ok) throw new Error('That is no address.');
  const query = {
    source: 'portal_log',
    region: 'us',
    domain,
    subjects: {
      reset: ['Reset password instructions'],
      confirmation: ['Confirmation instructions'],
    },
    window,
  } as const;

  const times: number[] = [];
  for (let reading = 0; reading < readings; reading += 1) {
    const began = performance.now();
    const log = await readMailLog(send, query, address.value);
    times.push(performance.now() - began);
    if (!log.ok || log.value.unreadable > 0 || log.value.mails.length === 0) {
      throw new Error('The reader did not understand what it is timed with.');
    }
  }
  const ms = spreadOf(times);
  if (!ms) throw new Error('Nothing was read.');
  return { events, bytes: Buffer.byteLength(body), ms };
}
