import { faults, type Fault } from '../../sandbox/proxy/fault';
import type { Scenario } from '../../sandbox/scenarios/scenario';

export const sources = ['customersdot', 'portal_log', 'gitlab_log'] as const;
export type FaultySource = (typeof sources)[number];
export const troubles = faults.filter((fault) => fault !== 'none');

export type Trouble = readonly (readonly [FaultySource, Fault])[];

/** One source in trouble: 33. */
export const singles: readonly Trouble[] = sources.flatMap((source) =>
  troubles.map((fault) => [[source, fault] as const]),
);

/** Two sources in trouble: 363. */
export const pairs: readonly Trouble[] = sources.flatMap((one, index) =>
  sources
    .slice(index + 1)
    .flatMap((other) =>
      troubles.flatMap((first) =>
        troubles.map((second) => [[one, first] as const, [other, second] as const]),
      ),
    ),
);

export interface Told {
  readonly verdict: string | null;
  readonly outcome: string | null | undefined;
  readonly checks: Readonly<Record<string, string | null>>;
}

/** Everything that may not be said when something is broken: another verdict than the true one, another answer. */
export function lies(
  { id, expected }: Scenario,
  trouble: Trouble,
  { verdict, outcome, checks }: Told,
): readonly string[] {
  const where = `${id} ${trouble.map((part) => part.join(' ')).join(', ')}`;
  const isTrue = verdict === 'open' || (verdict === 'settled' && outcome === expected.outcome);
  const truth: Readonly<Record<string, string>> = expected.checks;
  return [
    ...(isTrue ? [] : [`${where}: ${verdict ?? ''} ${outcome ?? ''}`]),
    ...Object.entries(checks)
      .filter(([check, answer]) => answer !== 'unknown' && answer !== truth[check])
      .map(([check, answer]) => `${where}: ${check} is ${answer ?? ''}`),
  ];
}
