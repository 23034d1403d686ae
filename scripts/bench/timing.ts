import type { Witness } from './witness';

export interface Paints {
  /** When the frame began to load, epoch ms. */
  readonly origin: number;
  readonly paints: readonly (readonly [string, number])[];
}

/** All in ms since the app's frame began to load, unless told otherwise. */
export interface Timing {
  readonly firstPaint: number;
  readonly firstWords: number;
  readonly panel: number;
  readonly verdict: number;
  /** The longest that a needed answer took, from question to answer. */
  readonly slowest: number;
  /** From the last needed answer to the verdict. */
  readonly after: number;
  /** Verdict time by the slowest needed answer. */
  readonly ratio: number;
  /** The same, but counted from the first question: what asking side by side is worth. */
  readonly askedRatio: number;
  readonly requests: number;
  readonly gets: number;
  readonly shift: number;
}

/** From what the workspace's page and the app's frame noticed of one ticket. */
export function timingOf(
  host: Witness,
  app: Witness,
  { origin, paints }: Paints,
  requests: number,
): Timing {
  const verdict = app.verdict;
  if (verdict === undefined || app.panel === undefined) throw new Error('There was no verdict.');
  const paint = (name: string): number => {
    const [, at] = paints.find(([known]) => known === name) ?? [];
    if (at === undefined) throw new Error(`The frame has no ${name}.`);
    return at;
  };

  // Zendesk's own API is asked for macros, which no verdict waits for.
  const asked = host.questions.filter(({ url }) => url.startsWith('https://'));
  const needed = asked.flatMap(({ key, at }) => {
    const answered = app.answers[key];
    return answered === undefined || answered > verdict ? [] : [{ at, answered }];
  });
  const slowest = Math.max(...needed.map(({ at, answered }) => answered - at));
  return {
    firstPaint: paint('first-paint'),
    firstWords: paint('first-contentful-paint'),
    panel: app.panel - origin,
    verdict: verdict - origin,
    slowest,
    after: verdict - Math.max(...needed.map(({ answered }) => answered)),
    ratio: (verdict - origin) / slowest,
    askedRatio: (verdict - Math.min(...needed.map(({ at }) => at))) / slowest,
    requests,
    gets: host.gets.filter(({ at }) => at < verdict).length,
    shift: app.shift,
  };
}
