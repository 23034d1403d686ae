import { passwordEdition } from '../../src/diagnosis/editions/password';
import { cautionsOfCause, cautionsOfEvidence } from '../../src/diagnosis/cautions';
import { diagnose } from '../../src/diagnosis/diagnose';
import { type MailOutcome, mailKinds } from '../../src/diagnosis/answers';
import type { Evidence } from '../../src/diagnosis/evidence';
import {
  accountAnswer,
  answered,
  days,
  evidence,
  failedLookup,
  gitlabLog,
  minutes,
  noon,
  pending,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import en from '../../translations/panel/en.json';

const yesterday = noon - days(1);

function cautions(from: Partial<Evidence>, customerWroteAt: number | undefined = yesterday) {
  return diagnose(evidence(from), {
    edition: passwordEdition,
    now: noon,
    customerWroteAt,
  }).cautions.map(({ id }) => id);
}

const disabled = answered(accountAnswer(portalAccount({ loginActivated: false })));
const unconfirmed = answered(accountAnswer(portalAccount({ confirmedAt: null })));
const noPortalReset = answered(portalLog());
const gitlabReset = answered(gitlabLog(resetMail('delivered', { sentAt: noon - days(3) })));
const noGitlabReset = answered(gitlabLog());

describe('a disabled login', () => {
  it('may be an admin block, and resellers’ customers have got access since', () => {
    const expected = ['login_may_be_admin_block', 'reseller_rule_has_changed'];
    expect(cautions({ customersdot: disabled })).toEqual(expected);
    expect(cautions({ customersdot: disabled, portal_log: pending, gitlab_log: pending })).toEqual(
      expected,
    );
  });

  it('is not spoken of while it is only possible', () => {
    expect(cautions({ customersdot: pending, portal_log: pending })).toEqual([]);
  });

  it('makes the lag and the window of the logs irrelevant', () => {
    expect(cautions({ customersdot: disabled, portal_log: noPortalReset }, noon)).not.toContain(
      'logs_lag',
    );
  });
});

describe('"none found"', () => {
  const none = { portal_log: noPortalReset, gitlab_log: noGitlabReset };
  const wrongSite = { portal_log: noPortalReset, gitlab_log: gitlabReset };
  const fixed = ['window_is_limited', 'password_sign_in_deprecated'];

  it('is bound to the window of the logs', () => {
    expect(cautions(none)).toEqual(fixed);
    expect(cautions(wrongSite)).toEqual(fixed);
  });

  it.each([
    ['one minute', 1, ['logs_lag', ...fixed]],
    ['just under half an hour', 29.99, ['logs_lag', ...fixed]],
    ['half an hour', 30, fixed],
    ['an hour', 60, fixed],
  ])('is provisional up to half an hour after the ticket: %s', (_words, age, expected) => {
    expect(cautions(none, noon - minutes(age))).toEqual(expected);
    expect(cautions(wrongSite, noon - minutes(age))).toEqual(expected);
  });

  it('is provisional while the ticket is still being written', () => {
    const { cautions: said } = diagnose(evidence(none), {
      edition: passwordEdition,
      now: noon,
      customerWroteAt: undefined,
    });
    expect(said.map(({ id }) => id)).toContain('logs_lag');
  });

  it('counts from what the log covers, not from when one looks', () => {
    const later = {
      edition: passwordEdition,
      now: noon + days(1),
      customerWroteAt: noon - minutes(5),
    };
    const { cautions: said } = diagnose(evidence(none), later);
    expect(said.map(({ id }) => id)).toContain('logs_lag');
  });

  it('is provisional already while another check is open', () => {
    const open = { portal_log: noPortalReset, gitlab_log: pending };
    expect(cautions(open, noon)).toEqual(['logs_lag']);
    const other = { portal_log: pending, gitlab_log: noGitlabReset };
    expect(cautions(other, noon)).toEqual(['logs_lag']);
  });

  it('entered by hand rests on no log of ours', () => {
    const byHand = {
      portal_reset: { value: 'none', at: noon },
      gitlab_reset: { value: 'none', at: noon },
    } as const;
    expect(cautions({ portal_log: failedLookup, gitlab_log: failedLookup, byHand }, noon)).toEqual([
      'password_sign_in_deprecated',
    ]);
  });

  it('of the portal entered by hand leaves the window of GitLab.com’s log out of it', () => {
    const byHand = { portal_reset: { value: 'none', at: noon } } as const;
    expect(cautions({ portal_log: failedLookup, gitlab_log: gitlabReset, byHand }, noon)).toEqual([
      'password_sign_in_deprecated',
    ]);
  });

  it('of GitLab.com does not matter where the portal sent a reset', () => {
    expect(cautions({ gitlab_log: noGitlabReset }, noon)).not.toContain('logs_lag');
  });

  it('matters where it applies besides an account that is not confirmed', () => {
    expect(cautions({ ...none, customersdot: unconfirmed })).toEqual([
      'window_is_limited',
      'confirmation_not_needed_for_gitlab',
      'password_sign_in_deprecated',
    ]);
  });
});

describe('the newest portal reset', () => {
  const resetAt = (sentAt: number, outcome: 'delivered' | 'bounced' = 'delivered') =>
    answered(portalLog(resetMail(outcome, { sentAt })));
  const fresh = noon - minutes(5);
  const id = 'newer_reset_may_be_missing';

  it('may not be the newest while the logs end soon after the ticket', () => {
    for (const outcome of ['delivered', 'bounced'] as const) {
      expect(cautions({ portal_log: resetAt(noon - days(20), outcome) }, fresh)).toContain(id);
    }
    const open = { portal_log: resetAt(noon - days(20)), customersdot: pending };
    expect(cautions(open, fresh)).toEqual([id]);
  });

  it('may not be the newest either where the account is not confirmed', () => {
    const old = { account: unconfirmed, portal_log: resetAt(noon - days(20)) };
    expect(cautions(old, fresh)).toContain(id);
  });

  it('is the one that they mean where it is hardly older than the ticket', () => {
    const justBefore = fresh - minutes(30);
    expect(cautions({ portal_log: resetAt(justBefore) }, fresh)).not.toContain(id);
    expect(cautions({ portal_log: resetAt(justBefore - 1) }, fresh)).toContain(id);
    expect(cautions({ portal_log: resetAt(noon) }, fresh)).not.toContain(id);
  });

  it('is final once the logs reach half an hour past the ticket', () => {
    const old = { portal_log: resetAt(noon - days(20)) };
    expect(cautions(old, noon - minutes(29.99))).toContain(id);
    expect(cautions(old, noon - minutes(30))).not.toContain(id);
  });

  it('is not spoken of where the verdict does not rest on it, or rests on the engineer’s word', () => {
    const old = resetAt(noon - days(20));
    expect(cautions({ customersdot: disabled, portal_log: old }, fresh)).not.toContain(id);
    const byHand = { portal_reset: { value: 'sent', at: noon } } as const;
    const unreadable = answered({
      ...portalLog(resetMail('delivered', { sentAt: noon - days(20) })),
      unreadable: 1,
    });
    expect(cautions({ portal_log: unreadable, byHand }, fresh)).not.toContain(id);
  });
});

describe('an account that is not confirmed', () => {
  const id = 'confirmation_not_needed_for_gitlab';

  it('can be signed in to through GitLab.com', () => {
    expect(cautions({ customersdot: unconfirmed })).toContain(id);
    expect(cautions({ customersdot: unconfirmed, portal_log: noPortalReset })).toContain(id);
  });

  it('can be where it is the one thing that is certain of an open verdict', () => {
    expect(cautions({ customersdot: unconfirmed, portal_log: failedLookup })).toContain(id);
  });

  it('is not spoken of where it is confirmed, or only may not be', () => {
    expect(cautions({})).not.toContain(id);
    expect(
      cautions({ customersdot: failedLookup, byHand: { login: { value: 'on', at: noon } } }),
    ).not.toContain(id);
  });
});

describe('a reset on GitLab.com', () => {
  const suppressed = answered(portalLog(resetMail('suppressed')));

  it('gets through where the portal’s is suppressed, which proves nothing', () => {
    expect(cautions({ portal_log: suppressed, gitlab_log: gitlabReset })).toEqual([
      'gitlab_reset_bypasses_suppression',
      'password_sign_in_deprecated',
    ]);
  });

  it('does not matter where the portal’s bounced, or there is none', () => {
    const bounced = answered(portalLog(resetMail('bounced')));
    const only = ['password_sign_in_deprecated'];
    expect(cautions({ portal_log: bounced, gitlab_log: gitlabReset })).toEqual(only);
    expect(cautions({ portal_log: suppressed, gitlab_log: noGitlabReset })).toEqual(only);
    expect(cautions({ portal_log: suppressed, gitlab_log: pending })).toEqual(only);
  });

  it('says nothing about a portal reset that was told by hand', () => {
    const byHand = { portal_reset: { value: 'undelivered', at: noon } } as const;
    expect(cautions({ portal_log: failedLookup, gitlab_log: gitlabReset, byHand })).toEqual([
      'password_sign_in_deprecated',
    ]);
  });

  it('does not matter where another verdict stands alone', () => {
    expect(
      cautions({ customersdot: disabled, portal_log: suppressed, gitlab_log: gitlabReset }),
    ).not.toContain('gitlab_reset_bypasses_suppression');
  });

  const portalAt = (sentAt: number) => answered(portalLog(resetMail('delivered', { sentAt })));
  const gitlabAt = (sentAt: number) => answered(gitlabLog(resetMail('delivered', { sentAt })));

  it('after the portal’s may be the password that they use', () => {
    const after = { portal_log: portalAt(noon - 2), gitlab_log: gitlabAt(noon - 1) };
    const id = 'gitlab_reset_after_portal_reset';
    expect(cautions(after)).toEqual([id, 'password_sign_in_deprecated']);
    expect(cautions({ ...after, customersdot: unconfirmed })).toEqual([
      id,
      'confirmation_not_needed_for_gitlab',
    ]);
    expect(cautions({ ...after, customersdot: pending })).toEqual([id]);
    expect(cautions({ ...after, customersdot: disabled })).not.toContain(id);
  });

  it('before the portal’s, at the same time or nowhere says nothing', () => {
    const only = ['password_sign_in_deprecated'];
    expect(cautions({ portal_log: portalAt(5), gitlab_log: gitlabAt(4) })).toEqual(only);
    expect(cautions({ portal_log: portalAt(5), gitlab_log: gitlabAt(5) })).toEqual(only);
    expect(cautions({ portal_log: portalAt(5), gitlab_log: noGitlabReset })).toEqual(only);
  });

  it('cannot be compared with a portal reset that was entered by hand', () => {
    const byHand = { portal_reset: { value: 'sent', at: noon } } as const;
    const only = ['password_sign_in_deprecated'];
    expect(cautions({ portal_log: failedLookup, gitlab_log: gitlabAt(noon), byHand })).toEqual(
      only,
    );
    const older = resetMail('delivered', { sentAt: noon - days(5) });
    const unreadable = answered({ ...portalLog(older), unreadable: 1 });
    expect(cautions({ portal_log: unreadable, gitlab_log: gitlabAt(noon), byHand })).toEqual(only);
  });

  it('entered by hand is not compared either', () => {
    const byHand = { gitlab_reset: { value: 'sent', at: noon } } as const;
    expect(cautions({ portal_log: portalAt(5), gitlab_log: failedLookup, byHand })).toEqual([
      'password_sign_in_deprecated',
    ]);
  });

  it('after a portal reset that did not arrive is a matter of the delivery', () => {
    const bounced = answered(portalLog(resetMail('bounced', { sentAt: 1 })));
    expect(cautions({ portal_log: bounced, gitlab_log: gitlabAt(2) })).toEqual([
      'password_sign_in_deprecated',
    ]);
  });
});

describe('a caution', () => {
  const everyCaution = () =>
    [
      evidence({ customersdot: disabled }),
      evidence({ portal_log: noPortalReset }),
      evidence({
        portal_log: answered(portalLog(resetMail('suppressed'))),
        gitlab_log: gitlabReset,
      }),
      evidence({ gitlab_log: answered(gitlabLog(resetMail('delivered', { sentAt: noon }))) }),
      evidence({ customersdot: unconfirmed }),
    ].flatMap(
      (one) =>
        diagnose(one, { edition: passwordEdition, now: noon, customerWroteAt: noon }).cautions,
    );

  it('has a sentence and a page of GitLab’s to read on', () => {
    const all = everyCaution();
    expect(new Set(all.map(({ id }) => id)).size).toBe(9);
    for (const { id, link } of all) {
      expect(en[`caution.${id}`]).toMatch(/\.$/);
      expect(new URL(link).href).toBe(link);
      expect(new URL(link).hostname).toMatch(/^(handbook|docs)\.gitlab\.com$/);
    }
  });

  it('comes without its condition: it is data', () => {
    const keys = everyCaution().flatMap((one) => Object.keys(one));
    expect(new Set(keys)).toEqual(new Set(['id', 'link']));
  });

  it.each([
    ['login_may_be_admin_block', /associating_purchases\/#confirm-the-customersdot-account/],
    ['reseller_rule_has_changed', /working_with_reseller_related_requests/],
    ['logs_lag', /confirmation_emails\/#checking-mailgun-logs/],
    ['newer_reset_may_be_missing', /confirmation_emails\/#checking-mailgun-logs/],
    ['confirmation_not_needed_for_gitlab', /billing_account\/#sign-in/],
    ['window_is_limited', /#troubleshooting-email-delivery/],
    ['gitlab_reset_bypasses_suppression', /#manually-remove-a-suppression/],
    ['gitlab_reset_after_portal_reset', /billing_account\/#sign-in/],
    ['password_sign_in_deprecated', /billing_account\/#sign-in/],
  ])('%s leads to its page', (id, page) => {
    expect(everyCaution().find((one) => one.id === id)?.link).toMatch(page);
  });
});

describe('sign-in links from the portal', () => {
  const id = 'portal_sends_links';
  const log = (mail: MailOutcome | undefined, hoursAgo = 2) =>
    answered({
      ...portalLog(
        ...(mail
          ? [resetMail(mail, { kind: 'sign_in_link', sentAt: noon - minutes(60 * hoursAgo) })]
          : []),
      ),
      kinds: mailKinds,
    });

  it.each([
    ['one that arrived', log('delivered')],
    ['one that has expired', log('delivered', 30)],
    ['one that did not arrive', log('bounced')],
  ])('speak for the other setting: %s', (_which, portal_log) => {
    expect(cautions({ portal_log })).toContain(id);
  });

  it.each([
    ['none', log(undefined)],
    ['one that is underway', log('retrying')],
    ['a reset', answered(portalLog(resetMail('delivered')))],
    ['nothing known', failedLookup],
  ])('or say nothing: %s', (_which, portal_log) => {
    expect(cautions({ portal_log })).not.toContain(id);
  });
});

it('those that put the cause in doubt are told from those about how far the evidence reaches', () => {
  const { cautions: all } = diagnose(
    evidence({ portal_log: noPortalReset, gitlab_log: gitlabReset }),
    { edition: passwordEdition, now: noon, customerWroteAt: noon },
  );
  const ids = (some: typeof all) => some.map(({ id }) => id);
  expect(ids(cautionsOfCause({ cautions: all }))).toEqual(['password_sign_in_deprecated']);
  expect(ids(cautionsOfEvidence({ cautions: all }))).toEqual(['logs_lag', 'window_is_limited']);
});
