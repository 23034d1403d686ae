import fc from 'fast-check';
import { noon } from '../../fixtures/evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import type { CompleteFacts } from '../../src/diagnosis/evidence';
import { decide } from '../../src/diagnosis/rules';
import { completions, possibleValues } from '../../src/diagnosis/verdict';
import { verdictLines } from '../../src/replies/internal-note';
import type { Messages } from '../../src/wording/translate';
import { arbitraryEvidence } from '../diagnosis/arbitrary-evidence';
import { runs } from '../support/runs';

/** Says which checks are named, and nothing else. */
const bare = Object.assign((key: string, values?: object) => key + JSON.stringify(values ?? {}), {
  list: (items: readonly string[]) => items.join(' '),
  either: (items: readonly string[]) => items.join(' '),
}) as unknown as Messages;

function namedIn(lines: readonly string[]) {
  const line = lines.find((words) => words.startsWith('verdict.settled_by'));
  return line === undefined
    ? []
    : passwordEdition.checks.filter((check) => line.includes(`check.${check}{`));
}

describe('what the note says would settle it', () => {
  it('does, whatever the answers', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (evidence) => {
        const diagnosis = diagnose(evidence, {
          edition: passwordEdition,
          now: noon,
          customerWroteAt: undefined,
        });
        const named = namedIn(verdictLines(diagnosis, bare));
        fc.pre(named.length > 0);
        const outcomes = new Map<string, Set<string>>();
        for (const way of completions(
          possibleValues(passwordEdition.checks, diagnosis.facts),
        ).filter(canAnswer(named))) {
          const answers = named.map((check) => way[check]).join();
          const { outcome } = decide(passwordEdition, way);
          outcomes.set(answers, (outcomes.get(answers) ?? new Set()).add(outcome));
        }
        expect([...outcomes.values()].filter(({ size }) => size > 1)).toEqual([]);
      }),
      { numRuns: runs(100, 3_000) },
    );
  });
});

/** Who has answered for an account's login or confirmation has seen the account. */
const canAnswer =
  (checks: readonly string[]) =>
  ({ account }: CompleteFacts): boolean =>
    account === 'found' ||
    checks.includes('account') ||
    !(checks.includes('login') || checks.includes('confirmed'));
