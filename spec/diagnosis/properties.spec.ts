import * as fc from 'fast-check';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis, Ground } from '../../src/diagnosis/diagnosis';
import type { Evidence } from '../../src/diagnosis/evidence';
import { checkIds } from '../../src/diagnosis/facts';
import { outcomeIds, type OutcomeId } from '../../src/diagnosis/outcome';
import { noon } from '../support/evidence';
import { arbitraryAccountAnswer, arbitraryEvidence, arbitraryLog } from './arbitrary-evidence';
import { answered, failedLookup, pending } from './evidence-builders';
import { everyAnswer } from './oracle';

/** 2,000 pieces of evidence for each property. The seed is fixed, so a red run can be repeated. */
const runs = { numRuns: 2_000, seed: 20_261_124 };

const moment = { now: noon, ticketCreatedAt: noon };
const judge = (evidence: Evidence) => diagnose(evidence, moment);

function possible({ verdict }: Diagnosis): readonly OutcomeId[] {
  return verdict.kind === 'settled'
    ? [verdict.outcome]
    : verdict.possible.map(({ outcome }) => outcome);
}

const lookups = ['account', 'portalLog', 'gitlabLog'] as const;
const lookupOf = {
  account: 'account',
  login: 'account',
  confirmed: 'account',
  portal_reset: 'portalLog',
  gitlab_reset: 'gitlabLog',
} as const;

const arbitraryAnswers = fc.record({
  account: arbitraryAccountAnswer.map((value) => answered(value)),
  portalLog: arbitraryLog('customers.gitlab.com').map((value) => answered(value)),
  gitlabLog: arbitraryLog('mg.gitlab.com').map((value) => answered(value)),
});

describe('whatever the evidence', () => {
  it('a settled verdict is what the page says to every completion, and an open one all it could say', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const diagnosis = judge(evidence);
        const said = new Set(everyAnswer(diagnosis.facts).map(({ outcome }) => outcome));
        expect(new Set(possible(diagnosis))).toEqual(said);
        expect(diagnosis.verdict.kind).toBe(said.size === 1 ? 'settled' : 'open');
      }),
      runs,
    );
  });

  it('exactly one outcome comes first once every check has an answer', () => {
    const complete = fc.tuple(arbitraryEvidence, arbitraryAnswers).map(([evidence, answers]) => ({
      ...evidence,
      ...answers,
    }));
    fc.assert(
      fc.property(complete, (evidence) => {
        const { facts, verdict } = judge(evidence);
        fc.pre(checkIds.every((check) => facts[check].known || isOfNoAccount(facts[check])));
        expect(verdict.kind).toBe('settled');
        const all = verdict.kind === 'settled' ? [verdict.outcome, ...verdict.alsoApplies] : [];
        expect(new Set(all).size).toBe(all.length);
        expect(outcomeIds).toEqual(expect.arrayContaining([...all]));
      }),
      runs,
    );
  });

  it('one more answer never changes a settled verdict', () => {
    fc.assert(
      fc.property(
        arbitraryEvidence,
        arbitraryAnswers,
        fc.constantFrom(...lookups),
        (evidence, answers, which) => {
          // An answer may overrule the engineer's word; that is no addition to it.
          fc.pre(evidence[which].state !== 'answered' && !saidByHand(evidence, which));
          const before = judge(evidence);
          fc.pre(before.verdict.kind === 'settled');
          const after = judge({ ...evidence, [which]: answers[which] });
          expect(possible(after)).toEqual(possible(before));
        },
      ),
      runs,
    );
  });

  it('a lost answer rules nothing out: failed, pending and missing never count as "no"', () => {
    fc.assert(
      fc.property(
        arbitraryEvidence,
        fc.constantFrom(...lookups),
        fc.constantFrom(failedLookup, pending, { state: 'not-asked' } as const),
        (evidence, which, nothing) => {
          const lost = { ...evidence, [which]: nothing, byHand: {} };
          const before = possible(judge({ ...evidence, byHand: {} }));
          const after = judge(lost);
          expect(possible(after)).toEqual(expect.arrayContaining([...before]));
          for (const check of checkIds.filter((one) => lookupOf[one] === which)) {
            expect(after.facts[check].known).toBe(false);
          }
        },
      ),
      runs,
    );
  });

  it('a fact is known only from an answer or by hand', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const { facts } = judge(evidence);
        const unfounded = checkIds.filter((check) => {
          const fact = facts[check];
          const { [lookupOf[check]]: source, byHand } = evidence;
          if (!fact.known) return false;
          if (fact.by === 'hand') return byHand[check]?.value !== fact.value;
          return source.state !== 'answered' || source.at !== fact.at;
        });
        expect(unfounded).toEqual([]);
      }),
      runs,
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
      runs,
    );
  });

  it('the trace mentions every fact that is used, and what it rests on', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const { trace, facts, verdict } = judge(evidence);
        expect(trace.map(({ check }) => check)).toEqual(checkIds);
        for (const { check, fact, ground, conclusion } of trace) {
          expect(fact).toBe(facts[check]);
          expect(fact.known && ground === undefined).toBe(false);
          const ofUnknown = [
            'may-add',
            'not-needed',
            ...(verdict.kind === 'open' ? ['missing'] : []),
          ];
          const ofKnown = ['decided', 'also', 'points-to', 'ruled-out', 'not-needed'];
          expect(fact.known ? ofKnown : ofUnknown).toContain(conclusion.kind);
        }
      }),
      runs,
    );
  });
});

function shownBy(ground: Ground | undefined): readonly unknown[] {
  if (ground?.kind === 'account') return [ground.answer];
  return ground && 'log' in ground ? [ground.log] : [];
}

function isOfNoAccount(fact: Diagnosis['facts'][keyof Diagnosis['facts']]): boolean {
  return !fact.known && fact.why.kind === 'no-account';
}

function saidByHand({ byHand }: Evidence, which: (typeof lookups)[number]): boolean {
  return checkIds.some((check) => lookupOf[check] === which && byHand[check] !== undefined);
}
