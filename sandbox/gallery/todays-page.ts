import { answered, days, evidence, mail, minutes, noon, portalLog } from '../../fixtures/evidence';
import { todayState } from '../../fixtures/open-state';
import { type ListedKind, type Mail, mailKinds } from '../../src/diagnosis/answers';
import type { Evidence } from '../../src/diagnosis/evidence';
import { bounce, gitlab, refusedBecauseOfUs, reset, row } from './evidence';
import type { GalleryState } from './reader-states';

const link = (hoursAgo: number, change: Partial<Mail> = {}) =>
  mail({
    sentAt: noon - minutes(60 * hoursAgo),
    kind: 'sign_in_link',
    subject: 'Your sign-in link for the Customers Portal',
    ...change,
  });
const log = (mails: readonly Mail[], kinds: readonly ListedKind[] = mailKinds) =>
  answered({ ...portalLog(...mails), kinds });

const byHand = (answers: Evidence['byHand']) => ({ byHand: answers });
const looked = <V extends string>(value: V) => ({ value, at: noon + minutes(1) });

/** An account that is fine and a link that arrived, but for what is named. */
const found = (change: Partial<Evidence>) =>
  todayState(
    evidence({ customersdot: row({ linked: true }), portal_log: log([link(3)]), ...change }),
  );

/** Every outcome of today's page, in its order, and what it leaves open. */
export const todaysPage: readonly GalleryState[] = [
  {
    id: 'today-no-account',
    title: 'Today’s page: no account',
    state: found({
      customersdot: answered({ accounts: [], lookAlikes: ['jane.doe+gitlab@example.com'] }),
      portal_log: log([]),
    }),
  },
  {
    id: 'today-login-off',
    title: 'Today’s page: login off',
    state: found({ customersdot: row({ loginActivated: false }) }),
  },
  {
    id: 'today-login-blocked',
    title: 'Today’s page: login switched off later',
    state: found({
      customersdot: row({ loginActivated: false }),
      ...byHand({ login_changed: looked('later') }),
    }),
  },
  {
    id: 'today-gitlab-reset',
    title: 'Today’s page: reset on GitLab.com',
    state: found({ portal_log: log([]), gitlab_log: gitlab(reset(1.1), reset(18)) }),
  },
  {
    id: 'today-no-mail',
    title: 'Today’s page: no mail, but a reset of the portal',
    state: found({ portal_log: log([reset(3)]) }),
  },
  {
    id: 'today-link-not-delivered',
    title: 'Today’s page: link not delivered',
    state: found({
      portal_log: log([link(3, bounce), link(90)]),
      suppressions: answered([
        { domain: 'customers.gitlab.com', list: 'bounce', listed: true, since: noon - days(0.1) },
      ]),
    }),
  },
  {
    id: 'today-link-refused',
    title: 'Today’s page: link refused because of us',
    state: found({ portal_log: log([link(3, refusedBecauseOfUs)]) }),
  },
  {
    id: 'today-link-expired',
    title: 'Today’s page: link expired, not confirmed',
    state: found({
      customersdot: row({ confirmedAt: null }),
      portal_log: log([link(40), link(200)]),
    }),
  },
  {
    id: 'today-unconfirmed',
    title: 'Today’s page: not confirmed',
    state: found({ customersdot: row({ confirmedAt: null, linked: true }) }),
  },
  {
    id: 'today-not-linked',
    title: 'Today’s page: not linked',
    state: found({ customersdot: row({ linked: false }) }),
  },
  {
    id: 'today-linked-elsewhere',
    title: 'Today’s page: linked with another address',
    state: found(byHand({ linked: looked('elsewhere') })),
  },
  {
    id: 'today-enterprise',
    title: 'Today’s page: enterprise user',
    state: found(byHand({ gitlab_password: looked('off') })),
  },
  {
    id: 'today-no-known-cause',
    title: 'Today’s page: no known cause',
    state: found({}),
  },
  {
    id: 'today-no-subject',
    title: 'Today’s page: open, no subject listed',
    state: found({
      portal_log: log(
        [link(3, { kind: 'other', doubt: { why: 'unlisted-subject', mayBe: mailKinds } })],
        ['reset', 'confirmation'],
      ),
    }),
    press: ['One-time sign-in link: enter by hand'],
  },
  {
    id: 'today-decision',
    title: 'Today’s page: how it was decided',
    state: found({ portal_log: log([link(40)]) }),
    press: ['How this was decided'],
  },
];
