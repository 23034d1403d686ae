import {
  accountAnswer,
  days,
  gitlabLog,
  jane,
  minutes,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import type { Address } from '../../src/address/address';
import { editions } from '../../src/diagnosis/editions';
import { failed, ok } from '../../src/shared/failure';
import { setUp } from './set-up';

const timeout = failed({ kind: 'timeout', afterMs: 10_000, source: 'portal_log' } as const);

describe('an investigation', () => {
  it('asks the account and both logs at once, and the suppression lists not at all', () => {
    const { account, portal, gitlab, suppressions, investigation, state } = setUp();
    investigation.investigate(jane);
    expect([account, portal, gitlab, suppressions].map(({ asked }) => asked.length)).toEqual([
      1, 1, 1, 0,
    ]);
    expect(state().running).toBe(true);
    expect(state().checkedAt).toBeUndefined();
  });

  it('never asks for an account that is looked at by hand, not even again, and takes the answers', async () => {
    const { account, portal, gitlab, investigation, state, outcome } = setUp({
      accountByHand: true,
    });
    investigation.investigate(jane);
    await portal.last().answer(ok(portalLog()));
    await gitlab.last().answer(ok(gitlabLog(resetMail('delivered'))));
    investigation.resume();
    investigation.refresh();
    expect(state().diagnosis.evidence.customersdot).toEqual({ state: 'by-hand' });
    await portal.last().answer(ok(portalLog()));
    await gitlab.last().answer(ok(gitlabLog(resetMail('delivered'))));
    expect([account.asked.length, state().running, outcome()]).toEqual([0, false, 'open']);
    investigation.answerByHand('login', 'on');
    expect(outcome()).toBe('wrong_site_reset');
    expect(state().diagnosis.facts.login).toMatchObject({
      by: 'hand',
      insteadOf: { kind: 'by-hand' },
    });
  });

  it('settles on a disabled login before Mailgun has said anything', async () => {
    const { account, investigation, outcome, state } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount({ loginActivated: false }))));
    expect(outcome()).toBe('reseller');
    expect(state().running).toBe(true);
  });

  it('reaches the same verdict in whatever order the answers come', async () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const seen = new Set<string>();
    for (const order of orders) {
      const { account, portal, gitlab, investigation, outcome } = setUp();
      investigation.investigate(jane);
      const answers = [
        () => account.last().answer(ok(accountAnswer(portalAccount()))),
        () => portal.last().answer(ok(portalLog())),
        () => gitlab.last().answer(ok(gitlabLog(resetMail('delivered')))),
      ];
      for (const index of order) await answers[index]!();
      seen.add(outcome());
    }
    expect([...seen]).toEqual(['wrong_site_reset']);
  });

  it('drops the answer for an address that is no longer shown', async () => {
    const { account, investigation, state } = setUp();
    investigation.investigate(jane);
    const late = account.last();
    investigation.investigate('other@example.com' as Address);
    await late.answer(ok(accountAnswer(portalAccount({ loginActivated: false }))));
    expect(late.options.signal?.aborted).toBe(true);
    expect(state().address).toBe('other@example.com');
    expect(state().diagnosis.evidence.customersdot.state).toBe('pending');
  });

  it('keeps a failed log unknown instead of empty', async () => {
    const { account, portal, gitlab, investigation, outcome } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    await gitlab.last().answer(ok(gitlabLog(resetMail('delivered'))));
    await portal.last().answer(timeout);
    expect(outcome()).toBe('open');
  });

  it('goes on from a hand answer, and drops it when the real one arrives', async () => {
    const { account, portal, gitlab, investigation, outcome, state } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    await gitlab.last().answer(ok(gitlabLog(resetMail('delivered'))));
    await portal.last().answer(timeout);
    investigation.answerByHand('portal_reset', 'none');
    expect(outcome()).toBe('wrong_site_reset');
    expect(state().diagnosis.facts.portal_reset).toMatchObject({
      known: true,
      value: 'none',
      by: 'hand',
      at: noon,
      insteadOf: { kind: 'failed' },
    });

    investigation.refresh();
    expect(outcome()).toBe('wrong_site_reset');
    await portal.last().answer(ok(portalLog(resetMail('delivered'))));
    expect(state().diagnosis.evidence.byHand).toEqual({});
    expect(outcome()).toBe('no_known_cause');
  });

  it('takes a hand answer back, and forgets all of them with the address', async () => {
    const { portal, investigation, state } = setUp();
    investigation.investigate(jane);
    await portal.last().answer(timeout);
    investigation.answerByHand('portal_reset', 'none');
    investigation.answerByHand('portal_reset', undefined);
    expect(state().diagnosis.evidence.byHand).toEqual({});
    investigation.answerByHand('portal_reset', 'none');
    investigation.investigate('other@example.com' as Address);
    expect(state().diagnosis.evidence.byHand).toEqual({});
  });

  it('keeps what it knows on screen while it asks again, past the cache', async () => {
    const { account, investigation, outcome, state } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount({ loginActivated: false }))));
    investigation.refresh();
    expect(outcome()).toBe('reseller');
    expect(state().running).toBe(true);
    expect(account.asked.map(({ options }) => options.fresh)).toEqual([false, true]);
  });

  it('does not go back to a hand answer when the real one is lost again', async () => {
    const { account, portal, gitlab, investigation, outcome } = setUp();
    investigation.investigate(jane);
    await portal.last().answer(ok(portalLog(resetMail('delivered'))));
    await gitlab.last().answer(ok(gitlabLog()));
    await account.last().answer(timeout);
    investigation.answerByHand('login', 'off');
    expect(outcome()).toBe('reseller');

    investigation.refresh();
    await account.last().answer(ok(accountAnswer()));
    expect(outcome()).toBe('no_account');
    investigation.refresh();
    await gitlab.last().answer(ok(gitlabLog()));
    await account.last().answer(timeout);
    expect(outcome()).toBe('open');
  });

  it('does not take a hand answer that comes after the real one', async () => {
    const { account, investigation, outcome } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    investigation.answerByHand('login', 'off');
    investigation.refresh();
    await account.last().answer(timeout);
    expect(outcome()).toBe('open');
  });

  it('says that what it shows is being asked for again', async () => {
    const { account, portal, gitlab, investigation, state } = setUp();
    investigation.investigate(jane);
    expect(state().rechecking).toBe(false);
    await account.last().answer(ok(accountAnswer(portalAccount({ loginActivated: false }))));
    expect(state().rechecking).toBe(false);
    await portal.last().answer(timeout);
    await gitlab.last().answer(ok(gitlabLog()));

    investigation.refresh();
    expect(state().rechecking).toBe(true);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    expect(state().rechecking).toBe(true);
    await gitlab.last().answer(ok(gitlabLog()));
    expect(state()).toMatchObject({ rechecking: false, running: true });
  });

  it('has run its course before the suppression lists have answered', async () => {
    const { account, portal, gitlab, suppressions, investigation, state } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    await gitlab.last().answer(ok(gitlabLog()));
    await portal.last().answer(ok(portalLog(resetMail('bounced'))));
    expect(suppressions.asked).toHaveLength(1);
    expect(state().running).toBe(false);
  });

  it('goes on with a refresh that was interrupted, past the cache', async () => {
    const { account, portal, gitlab, investigation } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    await portal.last().answer(ok(portalLog()));
    await gitlab.last().answer(ok(gitlabLog()));
    investigation.refresh();
    await gitlab.last().answer(ok(gitlabLog()));
    investigation.stop();
    investigation.resume();
    expect([account, portal, gitlab].map(({ asked }) => asked.length)).toEqual([3, 3, 2]);
    expect(account.last().options.fresh).toBe(true);
  });

  it('asks the suppression lists again when it was stopped before they answered', async () => {
    const { account, portal, gitlab, suppressions, investigation, state } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    await gitlab.last().answer(ok(gitlabLog()));
    await portal.last().answer(ok(portalLog(resetMail('bounced'))));
    investigation.stop();
    investigation.resume();
    expect([portal, suppressions].map(({ asked }) => asked.length)).toEqual([1, 2]);
    await suppressions.last().answer(ok([]));
    expect(state().diagnosis.evidence.suppressions.state).toBe('answered');
  });

  it('leaves the suppression lists to the portal’s log where that is asked again too', async () => {
    const { portal, suppressions, investigation } = setUp();
    investigation.investigate(jane);
    await portal.last().answer(ok(portalLog(resetMail('bounced'))));
    investigation.refresh();
    investigation.stop();
    investigation.resume();
    expect([portal, suppressions].map(({ asked }) => asked.length)).toEqual([3, 1]);
    await portal.last().answer(ok(portalLog(resetMail('bounced'))));
    expect(suppressions.asked).toHaveLength(2);
  });

  it('resumes only what has no answer yet', async () => {
    const { account, portal, gitlab, investigation } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    investigation.stop();
    investigation.resume();
    expect([account, portal, gitlab].map(({ asked }) => asked.length)).toEqual([1, 2, 2]);
  });

  it('resumes an answer of which a part failed', async () => {
    const { account, portal, gitlab, investigation } = setUp();
    investigation.investigate(jane);
    const half = accountAnswer(portalAccount({ confirmedAt: undefined }));
    const confirmedFailure = { source: 'customersdot', kind: 'unreachable' } as const;
    await account.last().answer(ok({ ...half, confirmedFailure }));
    await portal.last().answer(ok(portalLog()));
    await gitlab.last().answer(ok(gitlabLog()));
    investigation.resume();
    expect([account, portal, gitlab].map(({ asked }) => asked.length)).toEqual([2, 1, 1]);
  });

  it('judges again, and asks nothing, when the ticket has changed', async () => {
    const { account, portal, gitlab, investigation, state, customerWrites } = setUp();
    investigation.judgeAgain();
    expect(state()).toBeUndefined();
    customerWrites(noon - days(2));
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    await portal.last().answer(ok(portalLog()));
    await gitlab.last().answer(ok(gitlabLog()));
    const cautions = () => state().diagnosis.cautions.map(({ id }) => id);
    expect(cautions()).not.toContain('logs_lag');

    customerWrites(noon - minutes(3));
    investigation.judgeAgain();
    expect(cautions()).toContain('logs_lag');
    expect([account, portal, gitlab].map(({ asked }) => asked.length)).toEqual([1, 1, 1]);
  });

  it('asks the suppression lists once a portal reset was not delivered', async () => {
    const { portal, suppressions, investigation, state } = setUp();
    investigation.investigate(jane);
    await portal.last().answer(ok(portalLog(resetMail('suppressed'))));
    expect(suppressions.asked).toHaveLength(1);
    await suppressions
      .last()
      .answer(failed({ kind: 'forbidden', status: 403, source: 'suppressions' }));
    expect(state().diagnosis.evidence.suppressions.state).toBe('failed');
  });

  it.each([
    ['password', 'reset', 1],
    ['password', 'sign_in_link', 0],
    ['one_time_link', 'sign_in_link', 1],
    // GitLab.com's and the portal's resets are mails of that page, too.
    ['one_time_link', 'reset', 1],
    ['one_time_link', 'confirmation', 0],
  ] as const)('%s: a lost %s asks the suppression lists %d times', async (name, kind, asked) => {
    const { portal, suppressions, investigation } = setUp({ edition: editions[name] });
    investigation.investigate(jane);
    await portal.last().answer(ok(portalLog(resetMail('bounced', { kind }))));
    expect(suppressions.asked).toHaveLength(asked);
  });

  it('forgets what the lists said with the log that gave the reason to ask', async () => {
    const { portal, gitlab, suppressions, investigation, state } = setUp();
    investigation.investigate(jane);
    await portal.last().answer(ok(portalLog(resetMail('suppressed'))));
    await suppressions.last().answer(ok([]));
    investigation.refresh();
    expect(state().diagnosis.evidence.suppressions.state).toBe('answered');
    await portal.last().answer(failed({ kind: 'unreachable', source: 'portal_log' }));
    await gitlab.last().answer(ok(gitlabLog()));
    expect(state().diagnosis.evidence.suppressions).toEqual({ state: 'not-asked' });
  });

  it('resumes a log of which a page failed', async () => {
    const { account, portal, gitlab, investigation } = setUp();
    investigation.investigate(jane);
    const failure = { source: 'portal_log', kind: 'unreachable' } as const;
    await account.last().answer(ok(accountAnswer(portalAccount())));
    await portal.last().answer(ok({ ...portalLog(), truncated: true, failure }));
    await gitlab.last().answer(ok(gitlabLog()));
    investigation.resume();
    expect([account, portal, gitlab].map(({ asked }) => asked.length)).toEqual([1, 2, 1]);
  });

  it('drops a word about the portal’s reset when a newer one turns up', async () => {
    const { account, portal, gitlab, investigation, state, outcome, passTime } = setUp();
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    await gitlab.last().answer(ok(gitlabLog()));
    await portal.last().answer(ok(portalLog(resetMail('retrying', { sentAt: noon - days(1) }))));
    investigation.answerByHand('portal_reset', 'undelivered');
    expect(outcome()).toBe('reset_not_delivered');

    // Asked for before the engineer said so, and not on the screen yet.
    passTime(minutes(10));
    investigation.refresh();
    await portal.last().answer(ok(portalLog(resetMail('accepted', { sentAt: noon - minutes(5) }))));
    expect(state().diagnosis.evidence.byHand).toEqual({});
    expect(outcome()).toBe('open');
  });

  it('keeps a word about the portal’s reset while that is the newest', async () => {
    const { portal, investigation, state } = setUp();
    investigation.investigate(jane);
    const log = portalLog(resetMail('retrying', { sentAt: noon - minutes(5) }));
    await portal.last().answer(ok(log));
    investigation.answerByHand('portal_reset', 'undelivered');
    investigation.refresh();
    await portal.last().answer(ok(log));
    expect(state().diagnosis.evidence.byHand).toMatchObject({
      portal_reset: { value: 'undelivered' },
    });
  });

  it('tells its listeners of every change until they leave', async () => {
    const { account, portal, investigation } = setUp();
    let heard = 0;
    const leave = investigation.subscribe(() => {
      heard += 1;
    });
    investigation.investigate(jane);
    await account.last().answer(ok(accountAnswer(portalAccount())));
    expect(heard).toBe(2);
    leave();
    await portal.last().answer(ok(portalLog()));
    expect(heard).toBe(2);
  });

  it('says nothing after it was stopped', async () => {
    const { account, investigation, state } = setUp();
    investigation.investigate(jane);
    investigation.stop();
    await account.last().answer(ok(accountAnswer(portalAccount())));
    expect(state().diagnosis.evidence.customersdot.state).toBe('pending');
  });
});
