import type { LogItem } from './log-item';
import { logItems } from './log-items';
import type { MailgunOptions } from './options';

const dayMs = 86_400_000;

/** Start of what is kept. */
export function keptSince({ now, retentionDays = 30 }: MailgunOptions): number {
  return now() - retentionDays * dayMs;
}

/** What has happened, has been indexed and is still kept, oldest first. */
export function visibleItems(options: MailgunOptions): readonly LogItem[] {
  const { mails, now, lagMs = 0, region = 'us' } = options;
  const since = keptSince(options);
  return itemsOf(mails, region).filter(
    (item) => timeOf(item) >= since && timeOf(item) <= now() - lagMs,
  );
}

const made = new WeakMap<MailgunOptions['mails'], Partial<Record<'us' | 'eu', LogItem[]>>>();

/** Made once, oldest first: each question is asked over all mails of the month. */
function itemsOf(mails: MailgunOptions['mails'], region: 'us' | 'eu'): readonly LogItem[] {
  const known = made.get(mails) ?? {};
  made.set(mails, known);
  return (known[region] ??= mails
    .flatMap((mail) => logItems(mail, region))
    .sort((one, other) => timeOf(one) - timeOf(other)));
}

const times = new WeakMap<LogItem, number>();

/** Read once: every question asks it of every item. */
export function timeOf(item: LogItem): number {
  const time = times.get(item) ?? Date.parse(item['@timestamp']);
  times.set(item, time);
  return time;
}

/** Domains of this account. */
export function knownDomains({ mails, suppressions = [], domains = [] }: MailgunOptions) {
  return new Set([...domains, ...mails.map(domainOf), ...suppressions.map(domainOf)]);
}

const domainOf = ({ domain }: { readonly domain: string }): string => domain;
