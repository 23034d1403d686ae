import { diagnose } from '../../src/diagnosis/diagnose';
import type { Conclusion } from '../../src/diagnosis/diagnosis';
import type { Evidence } from '../../src/diagnosis/evidence';
import { checkIds, type CheckId, type CompleteFacts } from '../../src/diagnosis/facts';
import { traceOf } from '../../src/diagnosis/trace';
import { verdictOf } from '../../src/diagnosis/verdict';
import {
  accountAnswer,
  days,
  gitlabLog,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../support/evidence';
import { answered, askedAt, evidence, failedLookup, pending } from './evidence-builders';
import { everyPartialKnowledge, factsOf } from './facts-builders';

const steps = (from: Partial<Evidence> = {}) =>
  diagnose(evidence(from), { now: noon, ticketCreatedAt: noon - days(1) }).trace;

const step = (check: CheckId, from: Partial<Evidence> = {}) =>
  steps(from).find((one) => one.check === check)!;

function conclusions(values: Partial<CompleteFacts>): Record<CheckId, Conclusion> {
  const facts = factsOf(values);
  const trace = traceOf(evidence(), facts, verdictOf(facts));
  return Object.fromEntries(
    trace.map(({ check, conclusion }) => [check, conclusion]),
  ) as unknown as Record<CheckId, Conclusion>;
}

const decided = (outcome: string) => ({ kind: 'decided', outcome });
const also = (outcome: string) => ({ kind: 'also', outcome });
const rulesOut = (...outcomes: string[]) => ({ kind: 'ruled-out', outcomes });
const missing = (...couldBe: string[]) => ({ kind: 'missing', couldBe });
const notNeeded = { kind: 'not-needed' };

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
    ['an answer', 'login', { account: answered(accountAnswer(portalAccount())) }, askedAt, noon],
    ['a failure', 'portal_reset', { portalLog: failedLookup }, askedAt, noon],
    ['nothing yet', 'gitlab_reset', { gitlabLog: pending }, askedAt, undefined],
    ['nothing at all', 'account', { account: { state: 'not-asked' } }, undefined, undefined],
    [
      'an answer by hand',
      'gitlab_reset',
      { gitlabLog: failedLookup, byHand: { gitlab_reset: { value: 'none', at: 7 } } },
      askedAt,
      7,
    ],
  ])('says when %s was asked for and came', (_what, check, from, asked, came) => {
    expect(step(check, from)).toMatchObject({ askedAt: asked, answeredAt: came });
  });

  it('takes each time from the lookup of its own source', () => {
    const from = {
      account: answered(accountAnswer(portalAccount()), 1),
      portalLog: answered(portalLog(), 2),
      gitlabLog: answered(gitlabLog(), 3),
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
    const { ground } = step(check, { account: answered(answer) });
    expect(ground).toEqual({ kind: 'account', answer });
  });

  it('of a reset is the reset mails, newest first, and their log', () => {
    const log = portalLog(older, confirmation, newer);
    expect(step('portal_reset', { portalLog: answered(log) }).ground).toEqual({
      kind: 'mails',
      log,
      mails: [newer, older],
    });
    expect(step('gitlab_reset', { gitlabLog: answered(gitlabLog(older)) }).ground).toMatchObject({
      kind: 'mails',
      mails: [older],
    });
  });

  it('of "none" is the log that was read to its end, and no other', () => {
    const log = portalLog(confirmation);
    expect(step('portal_reset', { portalLog: answered(log) }).ground).toEqual({
      kind: 'none-found',
      log,
    });
    const cutOff = { ...log, truncated: true };
    expect(step('portal_reset', { portalLog: answered(cutOff) }).ground).toEqual({
      kind: 'mails',
      log: cutOff,
      mails: [],
    });
  });

  it('is missing where nothing was received', () => {
    expect(step('login', { account: failedLookup }).ground).toBeUndefined();
    expect(step('portal_reset', { portalLog: pending }).ground).toBeUndefined();
    expect(step('gitlab_reset', { gitlabLog: pending }).ground).toBeUndefined();
  });

  it('is the engineer’s word where she gave it', () => {
    const from = { account: failedLookup, byHand: { login: { value: 'off', at: 7 } } } as const;
    expect(step('login', from).ground).toEqual({ kind: 'by-hand', at: 7 });
    expect(step('account', from).ground).toBeUndefined();
  });

  it('shows the accounts where they do not agree', () => {
    const two = accountAnswer(portalAccount(), portalAccount({ id: '9', loginActivated: false }));
    expect(step('login', { account: answered(two) })).toMatchObject({
      fact: { known: false },
      ground: { kind: 'account', answer: two },
    });
  });
});

describe('what a step concluded', () => {
  it('with a disabled login: that decides, and the rest is not needed', () => {
    expect(conclusions({ account: 'found', login: 'off', confirmed: 'no' })).toEqual({
      account: rulesOut('no_account'),
      login: decided('reseller'),
      confirmed: notNeeded,
      portal_reset: notNeeded,
      gitlab_reset: notNeeded,
    });
  });

  it('without an account: only that', () => {
    expect(conclusions({ account: 'absent', portal_reset: 'none' })).toMatchObject({
      account: decided('no_account'),
      login: notNeeded,
      portal_reset: notNeeded,
    });
  });

  it('with a reset on the wrong site and no confirmation: both logs decide, the rest also applies', () => {
    expect(
      conclusions({
        account: 'found',
        login: 'on',
        confirmed: 'no',
        portal_reset: 'none',
        gitlab_reset: 'sent',
      }),
    ).toEqual({
      account: rulesOut('no_account'),
      login: rulesOut('reseller'),
      confirmed: also('unconfirmed'),
      portal_reset: decided('wrong_site_reset'),
      gitlab_reset: decided('wrong_site_reset'),
    });
  });

  it('with everything in order: each rules out what it can', () => {
    expect(
      conclusions({
        account: 'found',
        login: 'on',
        confirmed: 'yes',
        portal_reset: 'sent',
        gitlab_reset: 'sent',
      }),
    ).toEqual({
      account: rulesOut('no_account'),
      login: rulesOut('reseller'),
      confirmed: rulesOut('unconfirmed'),
      portal_reset: rulesOut('wrong_site_reset', 'reset_not_delivered'),
      gitlab_reset: notNeeded,
    });
  });

  it('while both logs are open: what they could still bring', () => {
    expect(conclusions({ account: 'found', login: 'on', confirmed: 'no' })).toEqual({
      account: rulesOut('no_account'),
      login: rulesOut('reseller'),
      confirmed: also('unconfirmed'),
      portal_reset: missing(
        'wrong_site_reset',
        'no_reset_mail',
        'reset_not_delivered',
        'unconfirmed',
      ),
      gitlab_reset: missing('wrong_site_reset', 'no_reset_mail'),
    });
  });

  it('while the account is open: the logs rule out what they can, or nothing', () => {
    expect(conclusions({ portal_reset: 'sent', gitlab_reset: 'sent' })).toEqual({
      account: missing('no_account', 'reseller', 'unconfirmed', 'no_known_cause'),
      login: missing('reseller', 'unconfirmed', 'no_known_cause'),
      confirmed: missing('unconfirmed', 'no_known_cause'),
      portal_reset: rulesOut('wrong_site_reset', 'reset_not_delivered'),
      gitlab_reset: notNeeded,
    });
    expect(conclusions({ portal_reset: 'undelivered' })).toMatchObject({
      confirmed: notNeeded,
      gitlab_reset: notNeeded,
    });
  });

  it('from a confirmation seen by hand: there is an account', () => {
    expect(conclusions({ confirmed: 'yes' })).toMatchObject({
      account: notNeeded,
      confirmed: rulesOut('no_account', 'unconfirmed'),
    });
  });

  it('is never "not needed" for a fact whose loss would change the verdict', () => {
    const unmentioned = everyPartialKnowledge.flatMap((values) => {
      const concluded = conclusions(values);
      return checkIds.filter((check) => {
        const { [check]: lost, ...others } = values;
        const used = lost !== undefined && !isSame(verdictIn(values), verdictIn(others));
        return used && concluded[check].kind === 'not-needed';
      });
    });
    expect(unmentioned).toEqual([]);
  });

  it('is "decided" or "also" only for what the verdict says', () => {
    for (const values of everyPartialKnowledge) {
      const verdict = verdictIn(values);
      const concluded = Object.values(conclusions(values));
      const deciding = concluded.flatMap((one) => (one.kind === 'decided' ? [one.outcome] : []));
      const adding = concluded.flatMap((one) => (one.kind === 'also' ? [one.outcome] : []));
      const first = verdict.kind === 'settled' ? [verdict.outcome] : [];
      const further = verdict.kind === 'settled' ? verdict.alsoApplies : verdict.certain;
      expect(first).toEqual(expect.arrayContaining(deciding));
      expect(further).toEqual(expect.arrayContaining(adding));
    }
  });
});

const verdictIn = (values: Partial<CompleteFacts>) => verdictOf(factsOf(values));

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
