import { passwordEdition } from '../../src/diagnosis/editions/password';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Evidence } from '../../src/diagnosis/evidence';
import type { CheckId } from '../../src/diagnosis/checks';
import {
  accountAnswer,
  answered,
  askedAt,
  days,
  evidence,
  failedLookup,
  gitlabLog,
  noon,
  pending,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';

const steps = (from: Partial<Evidence> = {}) =>
  diagnose(evidence(from), { edition: passwordEdition, now: noon, customerWroteAt: noon - days(1) })
    .trace;

const step = (check: CheckId, from: Partial<Evidence> = {}) =>
  steps(from).find((one) => one.check === check)!;

describe('the trace', () => {
  it('has one step per check, in the order of the page, each asked of its source', () => {
    expect(steps().map(({ check, source }) => [check, source])).toEqual([
      ['account', 'customersdot'],
      ['login', 'customersdot'],
      ['confirmed', 'customersdot'],
      ['portal_reset', 'portal_log'],
      ['gitlab_reset', 'gitlab_log'],
    ]);
  });

  it.each<[string, CheckId, Partial<Evidence>, number | undefined, number | undefined]>([
    [
      'an answer',
      'login',
      { customersdot: answered(accountAnswer(portalAccount())) },
      askedAt,
      noon,
    ],
    ['a failure', 'portal_reset', { portal_log: failedLookup }, askedAt, noon],
    [
      'an answer that leaves it open',
      'portal_reset',
      { portal_log: answered({ ...portalLog(), truncated: true }) },
      askedAt,
      noon,
    ],
    ['nothing yet', 'gitlab_reset', { gitlab_log: pending }, askedAt, undefined],
    ['nothing at all', 'account', { customersdot: { state: 'not-asked' } }, undefined, undefined],
    [
      'an answer by hand',
      'gitlab_reset',
      { gitlab_log: failedLookup, byHand: { gitlab_reset: { value: 'none', at: 7 } } },
      askedAt,
      7,
    ],
  ])('says when %s was asked for and came', (_what, check, from, asked, came) => {
    expect(step(check, from)).toMatchObject({ askedAt: asked, answeredAt: came });
  });

  it('takes each time from the lookup of its own source', () => {
    const from = {
      customersdot: answered(accountAnswer(portalAccount()), 1),
      portal_log: answered(portalLog(), 2),
      gitlab_log: answered(gitlabLog(), 3),
    };
    expect(steps(from).map(({ answeredAt }) => answeredAt)).toEqual([1, 1, 1, 2, 3]);
  });
});

describe('the ground of a step', () => {
  const answer = accountAnswer(portalAccount());
  const older = resetMail('delivered', { sentAt: 1 });
  const newer = resetMail('bounced', { sentAt: 2 });
  const confirmation = resetMail('delivered', { kind: 'confirmation' });

  it.each<CheckId>(['account', 'login', 'confirmed'])('of %s is the answer itself', (check) => {
    const { ground } = step(check, { customersdot: answered(answer) });
    expect(ground).toEqual({ kind: 'account', answer });
  });

  it('of a reset is the reset mails, newest first, and their log', () => {
    const log = portalLog(older, confirmation, newer);
    expect(step('portal_reset', { portal_log: answered(log) }).ground).toEqual({
      kind: 'mails',
      log,
      mails: [newer, older],
    });
    expect(step('gitlab_reset', { gitlab_log: answered(gitlabLog(older)) }).ground).toMatchObject({
      kind: 'mails',
      mails: [older],
    });
  });

  it('of "none" is the log that was read to its end, and no other', () => {
    const log = portalLog(confirmation);
    expect(step('portal_reset', { portal_log: answered(log) }).ground).toEqual({
      kind: 'none-found',
      log,
    });
    const cutOff = { ...log, truncated: true };
    expect(step('portal_reset', { portal_log: answered(cutOff) }).ground).toEqual({
      kind: 'mails',
      log: cutOff,
      mails: [],
    });
  });

  it('is missing where nothing was received', () => {
    expect(step('login', { customersdot: failedLookup }).ground).toBeUndefined();
    expect(step('portal_reset', { portal_log: pending }).ground).toBeUndefined();
    expect(step('gitlab_reset', { gitlab_log: pending }).ground).toBeUndefined();
  });

  it('is the engineer’s word where one was given', () => {
    const from = {
      customersdot: failedLookup,
      byHand: { login: { value: 'off', at: 7 } },
    } as const;
    expect(step('login', from).ground).toEqual({ kind: 'by-hand', at: 7 });
    expect(step('account', from).ground).toBeUndefined();
  });

  it('is what the log says as well, where one was given beside it', () => {
    const log = portalLog(resetMail('retrying', { id: 'one' }));
    const byHand = { portal_reset: { value: 'undelivered', at: 7, mail: 'one' } } as const;
    expect(step('portal_reset', { portal_log: answered(log), byHand })).toMatchObject({
      fact: { known: true, by: 'hand', value: 'undelivered' },
      ground: { kind: 'mails', log, mails: log.mails },
    });
    expect(step('portal_reset', { portal_log: failedLookup, byHand }).ground).toEqual({
      kind: 'by-hand',
      at: 7,
    });
  });

  it('shows the accounts where they do not agree', () => {
    const two = accountAnswer(portalAccount(), portalAccount({ id: '9', loginActivated: false }));
    expect(step('login', { customersdot: answered(two) })).toMatchObject({
      fact: { known: false },
      ground: { kind: 'account', answer: two },
    });
  });
});
