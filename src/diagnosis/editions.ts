import type { Mail } from './answers';
import type { Edition } from './diagnosis';
import { given } from './editions/given';
import { oneTimeLink } from './editions/one-time-link';

/** By how customers sign in to the portal, which is what an admin can tell: the setting `portal_sign_in`. Oldest first. */
export const editions = {
  password: given,
  one_time_link: oneTimeLink,
} as const satisfies Record<string, Edition>;

export type PortalSignIn = keyof typeof editions;

/**
 * Which other value of `portal_sign_in` the mails of the portal's domain, sent to anybody, speak for: the newest way to
 * sign in that the portal has sent a mail for. `undefined`: none but the chosen one. A kind of mail whose subjects nobody
 * has listed is not told from others, so that no mail of it can speak.
 */
export function otherSignIn(
  chosen: PortalSignIn,
  mails: readonly Pick<Mail, 'kind'>[],
): PortalSignIn | undefined {
  const ways = Object.keys(editions) as readonly PortalSignIn[];
  const newest = ways.findLast((way) =>
    mails.some(({ kind }) => kind === editions[way].signInMail),
  );
  return newest === chosen ? undefined : newest;
}
