import type { ListedKind } from './answers';
import type { Edition } from './diagnosis';
import { passwordEdition } from './editions/password';
import { oneTimeLinkEdition } from './editions/one-time-link';

/** By the value of `portal_sign_in`: how customers sign in is what an admin can tell. Oldest first. */
export const editions = {
  password: passwordEdition,
  one_time_link: oneTimeLinkEdition,
} as const satisfies Record<string, Edition>;

export type PortalSignIn = keyof typeof editions;

/**
 * Which other value of `portal_sign_in` the kinds of mail seen of the portal, sent to anybody, speak for: the newest way
 * to sign in that the portal has sent a mail for. `undefined`: none but the chosen one, or one that sends the same mail.
 */
export function otherSignIn(
  chosen: PortalSignIn,
  kinds: readonly ListedKind[],
): PortalSignIn | undefined {
  const ways = Object.keys(editions) as readonly PortalSignIn[];
  const newest = ways.findLast((way) => kinds.includes(editions[way].signInMail));
  if (newest === undefined) return undefined;
  return editions[newest].signInMail === editions[chosen].signInMail ? undefined : newest;
}
