import { type CheckId, type FactValue, checks } from '../../src/diagnosis/checks';
import type { Edition } from '../../src/diagnosis/diagnosis';
import { editions } from '../../src/diagnosis/editions';
import { type CompleteFacts, checkIds, isOptional } from '../../src/diagnosis/evidence';
import { type Decision, decide } from '../../src/diagnosis/rules';
import en from '../../translations/panel/en.json';

const all: readonly Edition[] = Object.values(editions);

type Value = FactValue | undefined;

/** Sets of facts that each edition decides alike: for each check, the answers that make no difference. */
interface Row {
  readonly values: ReadonlyMap<CheckId, readonly Value[]>;
  /** One of each edition. */
  readonly decisions: readonly Decision[];
}

const everyValue = (check: CheckId): readonly Value[] =>
  isOptional(check) ? [undefined, ...checks[check].domain] : checks[check].domain;

/** Every complete set of facts; an optional check may have no answer. */
export const everySet: readonly CompleteFacts[] = checkIds.reduce<readonly CompleteFacts[]>(
  (sets, check) =>
    sets.flatMap((one) => everyValue(check).map((value) => ({ ...one, [check]: value }))),
  [{}],
);

const decisionsOn = (facts: CompleteFacts) => all.map((edition) => decide(edition, facts));

export const differing = (): readonly CompleteFacts[] =>
  everySet.filter(
    (facts) => new Set(decisionsOn(facts).map((one) => JSON.stringify(one))).size > 1,
  );

/** Rows that differ in the answers to one check only, and are decided alike, become one. */
export function rows(): readonly Row[] {
  const single = differing().map((facts) => ({
    values: new Map(checkIds.map((check) => [check, [facts[check]]] as const)),
    decisions: decisionsOn(facts),
  }));
  return checkIds.reduce<readonly Row[]>(merged, single);
}

function merged(before: readonly Row[], check: CheckId): readonly Row[] {
  const groups = new Map<string, Row>();
  for (const row of before) {
    const others = [...row.values].filter(([other]) => other !== check);
    const key = JSON.stringify([others, row.decisions]);
    const group = groups.get(key);
    const values = [...(group?.values.get(check) ?? []), ...(row.values.get(check) ?? [])];
    groups.set(key, { ...row, values: new Map(row.values).set(check, values) });
  }
  return [...groups.values()];
}

const answerOf = (check: CheckId, value: Value): string =>
  value === undefined
    ? 'not asked'
    : ((en as Readonly<Record<string, string>>)[`answer.${check}.${value}`] ?? value);

function cell(check: CheckId, values: readonly Value[]): string {
  if (values.length === everyValue(check).length) return 'any';
  return values.map((value) => answerOf(check, value)).join(' / ');
}

const verdict = ({ outcome, alsoApplies }: Decision): string =>
  [`**${en[`outcome.${outcome}`]}**`, ...alsoApplies.map((id) => en[`outcome.${id}`])].join('; ');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** docs/editions.md: where the editions of the page do not all say the same. */
export function editionsPage(): string {
  const drawn = rows();
  const heads = [
    ...checkIds.map((check) => en[`check.${check}`]),
    ...Object.keys(editions).map((name) => `\`${name}\``),
  ];
  return `${[
    '# Where the editions differ',
    'Generated from `src/diagnosis/editions/` by `npm run draw:editions`; a spec fails when this page is out of date.',
    `The setting \`portal_sign_in\` chooses the edition. Of ${everySet.length} complete sets of facts they do not all say the same to ${differing().length}; sets that each of them decides alike share a row, so that there are ${drawn.length}. In bold the verdict, after it what also applies.`,
    [
      line(heads),
      line(heads.map(() => '---')),
      ...drawn.map(({ values, decisions }) =>
        line([
          ...checkIds.map((check) => cell(check, values.get(check) ?? [])),
          ...decisions.map(verdict),
        ]),
      ),
    ].join('\n'),
  ].join('\n\n')}\n`;
}
