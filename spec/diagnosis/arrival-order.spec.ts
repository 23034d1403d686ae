import * as fc from 'fast-check';
import { failure, jane, noon } from '../../fixtures/evidence';
import type { AccountAnswer, MailLog, SuppressionEntry } from '../../src/diagnosis/answers';
import type { Diagnosis } from '../../src/diagnosis/diagnosis';
import { checkIds, type HandAnswers } from '../../src/diagnosis/evidence';
import { failed, ok, type Result } from '../../src/shared/failure';
import { createInvestigation } from '../support/run-investigation';
import { runs } from '../support/runs';
import { arbitraryAccountAnswer, arbitraryHandAnswers, arbitraryLog } from './arbitrary-evidence';

/** Tickets, each answered in two orders. */
const tickets = { numRuns: runs(60, 1_000) };

const lookups = ['customersdot', 'portal_log', 'gitlab_log', 'suppressions'] as const;
type LookupName = (typeof lookups)[number];

interface Answers {
  readonly customersdot: Result<AccountAnswer>;
  readonly portal_log: Result<MailLog>;
  readonly gitlab_log: Result<MailLog>;
  readonly suppressions: Result<readonly SuppressionEntry[]>;
}

const orFailed = <T>(answer: fc.Arbitrary<T>): fc.Arbitrary<Result<T>> =>
  fc.oneof({ weight: 3, arbitrary: answer.map(ok) }, fc.constant(failed(failure)));

const arbitraryAnswers: fc.Arbitrary<Answers> = fc.record({
  customersdot: orFailed(arbitraryAccountAnswer),
  portal_log: orFailed(arbitraryLog('customers.gitlab.com')),
  gitlab_log: orFailed(arbitraryLog('mg.gitlab.com')),
  suppressions: orFailed(fc.constant([])),
});

const anyOrder = fc.shuffledSubarray([...lookups], { minLength: lookups.length });

/** What the engineer sees in the end when the sources answer in this order. */
async function seenAfter(
  answers: Answers,
  order: readonly LookupName[],
  byHand: HandAnswers,
): Promise<Diagnosis> {
  const gates = new Map(lookups.map((name) => [name, gate()]));
  const after = (name: LookupName) => async () => {
    await gates.get(name)?.opened;
    return answers[name];
  };
  const investigation = createInvestigation(
    {
      customersdot: after('customersdot') as () => Promise<Answers['customersdot']>,
      portal_log: after('portal_log') as () => Promise<Answers['portal_log']>,
      gitlab_log: after('gitlab_log') as () => Promise<Answers['gitlab_log']>,
      suppressions: after('suppressions') as () => Promise<Answers['suppressions']>,
    },
    () => noon,
  );
  investigation.investigate(jane);
  for (const check of checkIds) investigation.answerByHand(check, byHand[check]?.value);
  for (const name of order) {
    gates.get(name)?.open();
    for (let tick = 0; tick < 6; tick += 1) await Promise.resolve();
  }
  expect(investigation.getState()?.running).toBe(false);
  return investigation.getState()!.diagnosis;
}

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('the order in which the sources answer', () => {
  it('makes no difference to the diagnosis, trace and cautions included', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryAnswers,
        anyOrder,
        anyOrder,
        arbitraryHandAnswers,
        async (answers, order, otherOrder, byHand) => {
          const one = await seenAfter(answers, order, byHand);
          const other = await seenAfter(answers, otherOrder, byHand);
          expect(other).toEqual(one);
        },
      ),
      tickets,
    );
  });
});
