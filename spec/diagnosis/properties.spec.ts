import * as fc from 'fast-check';
import { answered, days, failedLookup, jane, noon, pending } from '../../fixtures/evidence';
import type { PortalAccount } from '../../src/diagnosis/answers';
import { checks, type CheckId } from '../../src/diagnosis/checks';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis, Edition, Ground } from '../../src/diagnosis/diagnosis';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import {
  type CompleteFacts,
  type Facts,
  isLeftOut,
  isOptional,
  type Evidence,
  factsFromEvidence,
  nothingKnown,
  statedBy,
  usedAccountOf,
} from '../../src/diagnosis/evidence';
import { type OutcomeId, outcomesOf } from '../../src/diagnosis/rules';
import { verdictOf } from '../../src/diagnosis/verdict';
import { runs } from '../support/runs';
import { arbitraryEvidence, arbitraryLog } from './arbitrary-evidence';
import { arbitraryAnswers, arbitraryProgress, lookupOf, lookups } from './arbitrary-progress';
import { everyCombination, oracle } from './oracle';
import { everyAnswer, everyWay, type Page, pages } from './pages';

/** Pieces of evidence for each property. */
const pieces = { numRuns: runs(150, 1_500) };

const judgeBy = (edition: Edition, evidence: Evidence) =>
  diagnose(evidence, { edition, now: noon, customerWroteAt: noon });

function possible({ verdict }: Pick<Diagnosis, 'verdict'>): readonly OutcomeId[] {
  return verdict.kind === 'settled'
    ? [verdict.outcome]
    : verdict.possible.map(({ outcome }) => outcome);
}

describe.each(pages)('whatever the evidence, by the page about $name', (page) => {
  const { edition, oracle } = page;
  const judge = (evidence: Evidence) => judgeBy(edition, evidence);
  /** A diagnosis without its trace, which takes most of the time. */
  const verdictFrom = (evidence: Evidence) => {
    const facts = factsFromEvidence(evidence);
    return { facts, verdict: verdictOf(edition, facts) };
  };
  const said = (facts: Facts) => new Set(everyAnswer(page, facts).map(({ outcome }) => outcome));
  const optional = edition.checks.filter(isOptional);
  /** Causes that only an optional check can show. */
  const isExtra = (outcome: OutcomeId) =>
    edition.rules.some(
      (rule) => rule.outcome === outcome && optional.some((one) => rule.when[one]),
    );

  it('a settled verdict is what the page says to every completion, and an open one all it could say', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const diagnosis = judge(evidence);
        const outcomes = said(diagnosis.facts);
        expect(new Set(possible(diagnosis))).toEqual(outcomes);
        expect(diagnosis.verdict.kind).toBe(outcomes.size === 1 ? 'settled' : 'open');
      }),
      pieces,
    );
  });

  it('exactly one outcome comes first once every check has an answer', () => {
    const complete = fc.tuple(arbitraryEvidence, arbitraryAnswers).map(([evidence, answers]) => ({
      ...evidence,
      ...answers,
    }));
    fc.assert(
      fc.property(complete, (evidence) => {
        const { facts, verdict } = verdictFrom(evidence);
        fc.pre(
          edition.checks.every(
            (check) =>
              facts[check].known || isOfNoAccount(facts[check]) || isLeftOut(check, facts[check]),
          ),
        );
        const all = verdict.kind === 'settled' ? [verdict.outcome, ...verdict.alsoApplies] : [];
        const [first] = everyAnswer(page, facts);
        expect(all).toEqual([first?.outcome, ...(first?.also ?? [])]);
      }),
      pieces,
    );
  });

  it('one more answer, looked up or by hand, never changes a settled verdict', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryProgress, ({ before, after, added }) => {
        const { verdict, facts } = verdictFrom(before);
        fc.pre(verdict.kind === 'settled');
        const then = verdictFrom(after);
        const [outcome, ...others] = possible(then);
        expect(others).toEqual([]);
        // Nobody waits for an optional check; answered later, it can only put a cause of its own first.
        const answeredNow = optional.filter(
          (check) => then.facts[check].known && !facts[check].known,
        );
        const rule = edition.rules.find((one) => one.outcome === outcome);
        const isOwn = answeredNow.some((check) => rule?.when[check] !== undefined);
        expect(outcome === verdict.outcome || isOwn).toBe(true);
        seen.add(verdict.outcome).add(added);
      }),
      // Enough for every outcome to be among them.
      { numRuns: runs(300, 3_000) },
    );
    // Of every outcome, and by every way an answer can come: a property of reseller alone says little.
    const frequent = outcomesOf(edition).filter((outcome) => !isExtra(outcome));
    expect([...seen]).toEqual(expect.arrayContaining([...frequent, ...lookups, 'by hand']));
  });

  it('a lost answer rules nothing out: failed, pending and missing never count as "no"', () => {
    fc.assert(
      fc.property(
        arbitraryEvidence,
        fc.constantFrom(...lookups),
        fc.constantFrom(failedLookup, pending, { state: 'not-asked' } as const),
        (evidence, which, nothing) => {
          const lost = { ...evidence, [which]: nothing, byHand: {} };
          const before = possible(verdictFrom({ ...evidence, byHand: {} }));
          const after = verdictFrom(lost);
          const asked = before.filter((outcome) => !isExtra(outcome));
          expect(possible(after)).toEqual(expect.arrayContaining(asked));
          for (const check of edition.checks.filter((one) => lookupOf[one] === which)) {
            expect(after.facts[check].known).toBe(false);
          }
        },
      ),
      pieces,
    );
  });

  it('a missing column is unknown and rules nothing out: it never counts as "no"', () => {
    fc.assert(
      fc.property(
        arbitraryEvidence,
        fc.constantFrom('login', 'confirmed'),
        ({ customersdot: account, ...rest }, check) => {
          fc.pre(account.state === 'answered' && account.value.accounts.length > 0);
          const missing =
            check === 'login'
              ? { loginActivated: undefined }
              : { confirmedAt: undefined, confirmed: undefined };
          const accounts = account.value.accounts.map((one) => ({ ...one, ...missing }));
          const whole: Evidence = { ...rest, customersdot: account, byHand: {} };
          const after = judge({
            ...whole,
            customersdot: { ...account, value: { ...account.value, accounts } },
          });
          expect(after.facts[check]).toEqual({ known: false, why: { kind: 'not-in-answer' } });
          expect(possible(after)).toEqual(expect.arrayContaining([...possible(judge(whole))]));
        },
      ),
      pieces,
    );
  });

  it('a reset behind the place where a log was cut off is not taken for the newest', () => {
    const cutOff = fc.record({
      log: arbitraryLog('customers.gitlab.com'),
      readBackTo: fc.integer({ min: noon - days(30), max: noon }),
    });
    fc.assert(
      fc.property(cutOff, fc.nat(days(30)), ({ log, readBackTo }, age) => {
        const seen = { ...log, truncated: true, readBackTo };
        const before = factsFromEvidence({
          ...nothingKnown(jane),
          portal_log: answered(seen),
        }).portal_reset;
        fc.pre(before.known);
        // A newer one in the part that was not read would have been the one that counts.
        const hidden = readBackTo - 1 - (age % days(1));
        const newest = Math.max(
          ...log.mails.filter(({ kind }) => kind === 'reset').map(({ sentAt }) => sentAt),
        );
        expect(hidden).toBeLessThan(newest);
      }),
      pieces,
    );
  });

  it('a fact is known only from an answer or by hand', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const { facts } = judge(evidence);
        const unfounded = edition.checks.filter((check) => {
          const fact = facts[check];
          const { [lookupOf[check]]: source, byHand } = evidence;
          if (!fact.known) return false;
          if (fact.by === 'hand') {
            const used = usedAccountOf(evidence);
            const stated = used ? statedBy(used, check) : [];
            const isStated = stated.length === 1 && stated[0] === fact.value;
            return byHand[check]?.value !== fact.value && !isStated;
          }
          return source.state !== 'answered' || source.at !== fact.at;
        });
        expect(unfounded).toEqual([]);
      }),
      pieces,
    );
  });

  it('what is shown is what was received, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const diagnosis = judge(evidence);
        expect(diagnosis.evidence).toBe(evidence);
        for (const { check, ground } of diagnosis.trace) {
          const source = evidence[lookupOf[check]];
          const received = source.state === 'answered' ? source.value : undefined;
          expect(shownBy(ground).filter((shown) => shown !== received)).toEqual([]);
          const log = ground && 'log' in ground ? ground.log : undefined;
          const mails = ground?.kind === 'mails' ? ground.mails : [];
          expect(mails.filter((mail) => !log?.mails.includes(mail))).toEqual([]);
          const endless = log?.truncated === true || (log?.unreadable ?? 0) > 0;
          expect(ground?.kind === 'none-found' && endless).toBe(false);
        }
      }),
      pieces,
    );
  });

  it('the trace mentions every fact that is used, and what it rests on', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const { trace, facts } = judge(evidence);
        expect(trace.map(({ check }) => check)).toEqual(edition.checks);
        const ways = everyWay(page, facts).map((way) => ({ way, ...oracle(way) }));
        const outcomes = new Set(ways.map(({ outcome }) => outcome));
        for (const { check, fact, ground, conclusion } of trace) {
          expect(fact).toBe(facts[check]);
          expect(fact.known && ground === undefined).toBe(false);
          const used = fact.known
            ? said(forget(facts, check)).size > outcomes.size
            : checks[check].domain.some((value) => {
                const told = ways.filter(({ way }) => way[check] === value);
                const left = new Set(told.map(({ outcome }) => outcome));
                return left.size > 0 && left.size < outcomes.size;
              });
          expect(used && ['not-needed', 'may-add'].includes(conclusion.kind)).toBe(false);
        }
      }),
      pieces,
    );
  });

  it('a check is skipped only because of what is known', () => {
    let reasons = 0;
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const { trace, facts } = judge(evidence);
        for (const { check, conclusion } of trace) {
          if (conclusion.kind !== 'not-needed') continue;
          expect(conclusion.because).not.toHaveLength(0);
          for (const { check: other, values } of conclusion.because) {
            const fact = facts[other];
            expect(other).not.toBe(check);
            const left = isLeftOut(other, fact) ? [] : fact.known ? [fact.value] : fact.among;
            expect(values).toEqual(left);
            reasons += 1;
          }
        }
      }),
      pieces,
    );
    expect(reasons).toBeGreaterThan(pieces.numRuns / 10);
  });
});

const [passwords] = pages as readonly [Page, ...Page[]];

describe('by the page about passwords', () => {
  const judge = (evidence: Evidence) => judgeBy(passwordEdition, evidence);

  it('of several accounts, whatever can be the cause is the cause for one of them', () => {
    const differ = { yes: 0, no: 0 };
    fc.assert(
      fc.property(arbitraryEvidence, ({ usedAccount: _used, ...evidence }) => {
        const { customersdot: account } = evidence;
        fc.pre(account.state === 'answered' && !account.value.mayBeMore);
        const { accounts } = account.value;
        fc.pre(accounts.length > 1);
        const { facts } = judge({ ...evidence, byHand: {} });
        const ofOne = accounts.flatMap((row) =>
          everyCombination
            .filter((way) => way.account === 'found' && states(row, way) && resets(facts, way))
            .map((way) => oracle(way).outcome),
        );
        expect(new Set(possible(judge({ ...evidence, byHand: {} })))).toEqual(new Set(ofOne));
        differ[new Set(ofOne).size > 1 ? 'yes' : 'no'] += 1;
        const withHand = possible(judge(evidence)).filter((one) => !ofOne.includes(one));
        const resetsByHand = evidence.byHand.portal_reset ?? evidence.byHand.gitlab_reset;
        expect(resetsByHand ? [] : withHand).toEqual([]);
      }),
      pieces,
    );
    // Accounts that all have the same cause would say nothing of whose it is.
    expect(Math.min(differ.yes, differ.no)).toBeGreaterThan(pieces.numRuns / 20);
  });
});

function forget(facts: Facts, check: CheckId): Facts {
  const rows = facts.accounts;
  const fact = facts[check];
  // What the engineer saw of one leaves the rows of all as they are.
  const isSeen = fact.known && fact.by === 'hand';
  const accounts = isSeen ? rows : rows?.map((one) => ({ ...one, [check]: checks[check].domain }));
  const forgotten = { known: false, why: { kind: 'pending' } } as const;
  return { ...facts, [check]: forgotten, ...(accounts ? { accounts } : {}) };
}

/** A row of CustomersDot allows these answers: what it does not state can be either. */
function states(row: PortalAccount, { login, confirmed }: CompleteFacts): boolean {
  const filled = row.confirmedAt === undefined ? row.confirmed : row.confirmedAt !== null;
  if (row.loginActivated !== undefined && row.loginActivated !== (login === 'on')) return false;
  return filled === undefined || filled === (confirmed === 'yes');
}

function resets(facts: Facts, way: CompleteFacts): boolean {
  return everyWay(passwords, facts).some(
    ({ portal_reset, gitlab_reset }) =>
      portal_reset === way.portal_reset && gitlab_reset === way.gitlab_reset,
  );
}

function shownBy(ground: Ground | undefined): readonly unknown[] {
  if (ground?.kind === 'account') return [ground.answer];
  return ground && 'log' in ground ? [ground.log] : [];
}

function isOfNoAccount(fact: Diagnosis['facts'][CheckId]): boolean {
  return !fact.known && fact.why.kind === 'no-account';
}
