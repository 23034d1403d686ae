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

const looked = <V extends string>(value: V) => ({ value, at: noon + minutes(1) });

/** An account that is fine and a link that arrived, but for what is named. */
const today = (
  id: string,
  title: string,
  change: Partial<Evidence>,
  press: readonly string[] = [],
): GalleryState => {
  const usual = { customersdot: row({ linked: true }), portal_log: log([link(3)]) };
  const state = todayState(evidence({ ...usual, ...change }));
  return { id, title: `Today’s page: ${title}`, state, press };
};

/** Every outcome of today's page, in its order, and what it leaves open. */
export const todaysPage: readonly GalleryState[] = [
  today('today-no-account', 'no account', {
    customersdot: answered({ accounts: [], lookAlikes: ['jane.doe+gitlab@example.com'] }),
    portal_log: log([]),
  }),
  today('today-login-off', 'login off', { customersdot: row({ loginActivated: false }) }),
  today('today-login-blocked', 'login switched off later', {
    customersdot: row({ loginActivated: false }),
    byHand: { login_changed: looked('later') },
  }),
  today('today-gitlab-reset', 'reset on GitLab.com', {
    portal_log: log([]),
    gitlab_log: gitlab(reset(1.1), reset(18)),
  }),
  today('today-no-mail', 'no mail, but a reset of the portal', { portal_log: log([reset(3)]) }),
  today('today-link-not-delivered', 'link not delivered', {
    portal_log: log([link(3, bounce), link(90)]),
    suppressions: answered([
      { domain: 'customers.gitlab.com', list: 'bounce', listed: true, since: noon - days(0.1) },
    ]),
  }),
  today('today-link-refused', 'link refused because of us', {
    portal_log: log([link(3, refusedBecauseOfUs)]),
  }),
  today('today-link-expired', 'link expired, not confirmed', {
    customersdot: row({ confirmedAt: null }),
    portal_log: log([link(40), link(200)]),
  }),
  today('today-unconfirmed', 'not confirmed', {
    customersdot: row({ confirmedAt: null, linked: true }),
  }),
  today('today-not-linked', 'not linked', { customersdot: row({ linked: false }) }),
  today('today-linked-elsewhere', 'linked with another address', {
    byHand: { linked: looked('elsewhere') },
  }),
  today('today-enterprise', 'enterprise user', { byHand: { gitlab_password: looked('off') } }),
  today('today-no-known-cause', 'no known cause', {}),
  today(
    'today-no-subject',
    'open, no subject listed',
    {
      portal_log: log(
        [link(3, { kind: 'other', doubt: { why: 'unlisted-subject', mayBe: mailKinds } })],
        ['reset', 'confirmation'],
      ),
    },
    ['One-time sign-in link: enter by hand'],
  ),
  today('today-decision', 'how it was decided', { portal_log: log([link(40)]) }, [
    'How this was decided',
  ]),
];
