import * as fc from 'fast-check';
import {
  accountAnswer,
  answered,
  evidence,
  failedLookup,
  gitlabLog,
  minutes,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import { mailKinds } from '../../src/diagnosis/answers';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis, Edition } from '../../src/diagnosis/diagnosis';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import { type Evidence, type Facts, checkIds, isOptional } from '../../src/diagnosis/evidence';
import type { OutcomeId } from '../../src/diagnosis/rules';
import { layoutPicture } from '../../src/diagnosis/tree-layout';
import { runs } from '../support/runs';
import { arbitraryEvidence } from './arbitrary-evidence';
import { everyAnswer, everyWay, type Page, pages } from './pages';

const judge = (from: Evidence, edition: Edition) =>
  diagnose(from, { edition, now: noon, customerWroteAt: noon });

/** The states that an outcome is drawn in, and those of the answers, by the words they are labelled with. */
function drawn(diagnosis: Diagnosis) {
  const { boxes, answers } = layoutPicture(diagnosis, 288);
  return {
    outcomes: Object.fromEntries(
      boxes.flatMap((box) => (box.kind === 'outcome' ? [[box.outcome, box.state]] : [])),
    ),
    answers: Object.fromEntries(
      answers.map(({ check, value, state }) => [`${check} ${value}`, state]),
    ),
    picture: { boxes, answers },
  };
}

describe('beside the way taken', () => {
  const unconfirmed = portalAccount({ confirmedAt: null });

  it('what also applies is drawn so, and the answer that shows it', () => {
    const from = evidence({
      customersdot: answered(accountAnswer(unconfirmed)),
      portal_log: answered(portalLog()),
      gitlab_log: answered(gitlabLog(resetMail('delivered'))),
    });
    const { outcomes, answers } = drawn(judge(from, passwordEdition));
    expect(outcomes).toMatchObject({
      wrong_site_reset: 'taken',
      unconfirmed: 'also',
      no_known_cause: 'not-taken',
      reset_not_delivered: 'not-taken',
    });
    expect(answers).toMatchObject({
      'portal_reset sent': 'not-taken',
      'confirmed no': 'also',
      'confirmed yes': 'not-taken',
    });
  });

  it('what may also apply is still possible', () => {
    const from = evidence({ customersdot: failedLookup, portal_log: answered(portalLog()) });
    const { outcomes, answers } = drawn(judge(from, passwordEdition));
    expect(outcomes).toMatchObject({ unconfirmed: 'open', no_known_cause: 'not-taken' });
    expect(answers).toMatchObject({ 'confirmed no': 'open', 'portal_reset sent': 'not-taken' });
  });

  it('what only the engineer can look at is still possible while nobody has', () => {
    const sent = resetMail('delivered', { kind: 'sign_in_link', sentAt: noon - minutes(60) });
    const log = { ...portalLog(sent), kinds: mailKinds };
    const from = evidence({ portal_log: answered(log) });
    const { outcomes, answers } = drawn(judge(from, oneTimeLinkEdition));
    expect(outcomes).toMatchObject({
      no_known_cause: 'taken',
      not_linked: 'open',
      linked_elsewhere: 'open',
      enterprise_without_password: 'open',
      login_blocked: 'not-taken',
    });
    expect(answers).toMatchObject({
      'linked yes': 'taken',
      'linked no': 'open',
      'linked elsewhere': 'open',
      'gitlab_password off': 'open',
      'login off': 'not-taken',
    });
  });

  it('nothing is said below a cause that stands alone', () => {
    const disabled = portalAccount({ loginActivated: false, confirmedAt: null });
    const from = evidence({ customersdot: answered(accountAnswer(disabled)) });
    const { outcomes } = drawn(judge(from, passwordEdition));
    expect(outcomes).toMatchObject({ reseller: 'taken', unconfirmed: 'not-taken' });
  });
});

/** Nobody waits for them, and yet somebody may still answer them. */
function ifAsked(facts: Facts): Facts {
  const left = checkIds.filter((check) => isOptional(check) && !facts[check].known);
  const pending = left.map((check) => [check, { ...facts[check], why: { kind: 'pending' } }]);
  return { ...facts, ...(Object.fromEntries(pending) as Partial<Facts>) };
}

describe.each(pages)('whatever the evidence, by the page about $name', (page: Page) => {
  const { edition } = page;
  const pieces = { numRuns: runs(150, 1_500) };

  it('ruled out is what can be the cause in no way any more, and nothing that the verdict names', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryEvidence, (from) => {
        const diagnosis = judge(from, edition);
        const { outcomes } = drawn(diagnosis);
        const ruledOut = Object.keys(outcomes).filter((id) => outcomes[id] === 'not-taken');
        const could = everyAnswer(page, ifAsked(diagnosis.facts)).flatMap(
          ({ outcome, also }): readonly string[] => [outcome, ...also],
        );
        expect(ruledOut.filter((outcome) => could.includes(outcome))).toEqual([]);
        expect(Object.keys(outcomes).filter((id) => !could.includes(id))).toEqual(ruledOut);
        expect(namedIn(diagnosis).filter((outcome) => ruledOut.includes(outcome))).toEqual([]);
        const said = diagnosis.trace.flatMap(({ conclusion }): readonly string[] =>
          conclusion.kind === 'ruled-out' ? conclusion.outcomes : [],
        );
        expect(said.filter((outcome) => !ruledOut.includes(outcome))).toEqual([]);
        for (const state of Object.values(outcomes)) seen.add(state);
      }),
      pieces,
    );
    expect([...seen].toSorted()).toEqual(['also', 'not-taken', 'open', 'taken']);
  });

  it('the verdict is taken, what can come first is open, and what is certain beside it also applies', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (from) => {
        const diagnosis = judge(from, edition);
        const { verdict } = diagnosis;
        const { outcomes } = drawn(diagnosis);
        const inState = (state: string) =>
          Object.keys(outcomes).filter((id) => outcomes[id] === state);
        const settled = verdict.kind === 'settled';
        expect(inState('taken')).toEqual(settled ? [verdict.outcome] : []);
        const possible = settled ? [] : verdict.possible.map(({ outcome }) => outcome);
        const certain = settled ? verdict.alsoApplies : verdict.certain;
        expect(inState('open')).toEqual(expect.arrayContaining([...possible]));
        expect(new Set(inState('also'))).toEqual(
          new Set(certain.filter((outcome) => !possible.includes(outcome))),
        );
      }),
      pieces,
    );
  });

  it('an answer that was given, or still can be, is ruled out only with all that it leads to', () => {
    fc.assert(
      fc.property(arbitraryEvidence, (from) => {
        const diagnosis = judge(from, edition);
        const { picture } = drawn(diagnosis);
        const ways = everyWay(page, ifAsked(diagnosis.facts));
        for (const { id, check, value, state } of picture.answers) {
          const behind = picture.boxes.filter(
            (box) => box.id === id || box.id.startsWith(`${id}.`),
          );
          const all = behind.every((box) => box.state === 'not-taken');
          const can = ways.some((way) => way[check] === value);
          expect(state === 'not-taken').toBe(all || !can);
        }
      }),
      pieces,
    );
  });
});

function namedIn({ verdict, trace }: Diagnosis): readonly OutcomeId[] {
  const mayAdd = trace.flatMap(({ conclusion }) =>
    conclusion.kind === 'may-add' ? conclusion.outcomes : [],
  );
  return verdict.kind === 'settled'
    ? [verdict.outcome, ...verdict.alsoApplies, ...verdict.mayAlsoApply, ...mayAdd]
    : [...verdict.possible.map(({ outcome }) => outcome), ...verdict.certain, ...mayAdd];
}
