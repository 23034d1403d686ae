import type { Edition } from './edition';
import { given } from './editions/given';
import { oneTimeLink } from './editions/one-time-link';

/** By how customers sign in to the portal, which is what an admin can tell: the setting `portal_sign_in`. */
export const editions = {
  password: given,
  one_time_link: oneTimeLink,
} as const satisfies Record<string, Edition>;
