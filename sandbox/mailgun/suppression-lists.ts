import { message, type Answer, type MailgunOptions } from './options';
import type { Fate, SuppressionSeed } from './seed';
import { knownDomains } from './visible-items';

type List = SuppressionSeed['list'];

/** The lists a mail's fate implies: suppressed because listed, or listed because it bounced hard. */
const listOf: { readonly [F in Fate]?: List } = {
  bounced: 'bounces',
  'delayed-bounce': 'bounces',
  'suppressed-bounce': 'bounces',
  'suppressed-complaint': 'complaints',
  'suppressed-unsubscribe': 'unsubscribes',
};

const notFound: Record<List | 'whitelists', string> = {
  bounces: 'Address not found in bounces table',
  complaints: 'No spam complaints found for this address',
  unsubscribes: 'Address not found in unsubscribers table',
  whitelists: 'Address/Domain not found in allowlists table',
};

export const listNames = Object.keys(notFound) as readonly (List | 'whitelists')[];

/** `GET /v3/{domain}/{list}/{address}`. */
export function findSuppression(
  domain: string,
  list: List | 'whitelists',
  address: string,
  options: MailgunOptions,
): Answer {
  if (!knownDomains(options).has(domain)) return message(404, `Domain not found: ${domain}`);
  const found = entries(domain, list, options).find(
    (entry) => entry.address === address.toLowerCase(),
  );
  return found ? { status: 200, json: found } : message(404, notFound[list]);
}

function entries(domain: string, list: List | 'whitelists', options: MailgunOptions) {
  const { mails, suppressions = [], now } = options;
  const seeds = [
    ...suppressions,
    ...mails.flatMap(({ domain: of, to: address, fate, at }) => {
      const implied = listOf[fate];
      return implied ? [{ domain: of, address, list: implied, at }] : [];
    }),
  ].filter((seed) => seed.domain === domain && seed.list === list && seed.at <= now());
  const byAddress = new Map(seeds.map((seed) => [seed.address.toLowerCase(), seed]));
  return Array.from(byAddress, ([address, { at }]) => ({
    address,
    ...(list === 'bounces' ? { code: '550', error: 'No such mailbox' } : {}),
    ...(list === 'unsubscribes' ? { tags: ['*'] } : {}),
    created_at: new Date(at).toUTCString().replace('GMT', 'UTC'),
  }));
}
