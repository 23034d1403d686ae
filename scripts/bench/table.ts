import { loadOf, type Chunk } from '../lib/chunks';
import type { Asked, ManyTickets } from './open-many';
import type { ParseTime } from './parse-time';
import { spreadOf } from './statistics';
import { delays, slowdowns, type TimedVerdict, type Timing } from './time-verdicts';

/** What does not depend on the processor stands in the first of the last two. */
export type Row = readonly [measured: string, under: string, ...cells: readonly string[]];

export interface Figures {
  readonly chunks: readonly Chunk[];
  readonly timed: readonly TimedVerdict[];
  readonly many: ManyTickets;
  readonly parsing: readonly ParseTime[];
}

const none = '–';

/** Everything that was measured, as the rows of one table. */
export const tableOf = (figures: Figures): readonly Row[] => [
  ...sizes(figures),
  ...times(figures.timed),
  ...inARow(figures.many),
  ...figures.parsing.map(({ events, bytes, ms }): Row => [
    'Reading a mail log',
    `${whole(events)} event${events === 1 ? '' : 's'}, ${whole(bytes)} B`,
    `${ms.median.toFixed(2)} ms (${ms.least.toFixed(2)}–${ms.most.toFixed(2)})`,
    none,
  ]),
];

function sizes({ chunks }: Figures): readonly Row[] {
  const when = {
    first: 'at first',
    language: 'one language',
    later: 'later',
    asked: 'when asked for',
  } as const;
  const weight = ({ raw, gzip, brotli }: Pick<Chunk, 'raw' | 'gzip' | 'brotli'>) =>
    `${whole(raw)} B · ${whole(gzip)} gzip · ${whole(brotli)} brotli`;
  const { first, language, later } = loadOf(chunks);
  return [
    ...chunks.map((chunk): Row => [
      'Size',
      `\`${chunk.file}\`, ${when[chunk.when]}`,
      weight(chunk),
      none,
    ]),
    ['Size', 'first, with the largest language', `${whole(first + language)} B gzip`, none],
    ['Size', 'later, with the largest language', `${whole(later)} B gzip`, none],
  ];
}

const measures: readonly (readonly [string, keyof Timing, keyof typeof digits])[] = [
  ['First paint: the skeleton', 'firstPaint', 'ms'],
  ['First words', 'firstWords', 'ms'],
  ['Panel drawn, nothing answered', 'panel', 'ms'],
  ['Verdict', 'verdict', 'ms'],
  ['Slowest needed answer', 'slowest', 'ms'],
  ['Verdict after the last needed answer', 'after', 'ms'],
  ['Verdict / slowest answer', 'ratio', 'times'],
  ['The same, from the first question', 'askedRatio', 'times'],
  ['Requests per verdict', 'requests', 'count'],
  ['Reads of the ticket before it', 'gets', 'count'],
  ['Layout shift, in all', 'shift', 'shift'],
];

const digits = { ms: 0, times: 2, count: 0, shift: 4 } as const;
const unit = { ms: ' ms', times: ' ×', count: '', shift: '' } as const;

function times(timed: readonly TimedVerdict[]): readonly Row[] {
  return measures.flatMap(([name, key, kind]) =>
    delays.map((delay): Row => {
      const cells = slowdowns.map((slowdown) => {
        const some = timed.filter((one) => one.slowdown === slowdown && one.delay === delay);
        const spread = spreadOf(some.map((one) => one[key]));
        if (!spread) return none;
        const [median, least, most] = [spread.median, spread.least, spread.most].map((value) =>
          value.toFixed(digits[kind]),
        );
        return `${median ?? ''}${unit[kind]}${least === most ? '' : ` (${least ?? ''}–${most ?? ''})`}`;
      });
      return [name, `services take ${whole(delay)} ms`, ...cells];
    }),
  );
}

function inARow(many: ManyTickets): readonly Row[] {
  const under = `${whole(many.visits)} tickets in a row`;
  const kept = (part: 'app' | 'workspace'): readonly Row[] => {
    const { before, after } = many[part];
    const whose = part === 'app' ? 'the app' : 'the local workspace';
    const mega = (bytes: number) => (bytes / 2 ** 20).toFixed(2);
    const row = (what: string, left: string): Row => [`${what}, ${whose}`, under, left, none];
    return [
      row('Heap', `${mega(before.heapBytes)} → ${mega(after.heapBytes)} MiB`),
      row('Event listeners', `${whole(before.listeners)} → ${whole(after.listeners)}`),
      row('Documents', `${whole(before.documents)} → ${whole(after.documents)}`),
      row('Frames', `${whole(before.frames)} → ${whole(after.frames)}`),
    ];
  };
  const early = `${whole(many.early)} of them closed before the verdict`;
  return [
    ...kept('app'),
    ...kept('workspace'),
    ['Requests by source', `${under}, ${early}`, bySource(many.asked), none],
    ['Requests for tickets left behind', under, leftBehind(many), none],
    ['Requests for the ticket that stayed open', under, whole(many.askedByKept), none],
  ];
}

function leftBehind({ late, latestMs }: ManyTickets): string {
  const asked = bySource(late);
  return latestMs === 0 ? asked : `${asked}, at most ${whole(latestMs)} ms after the closing`;
}

function bySource(asked: Asked): string {
  const sources = Object.entries(asked).sort(([one], [other]) => one.localeCompare(other));
  if (sources.length === 0) return '0';
  return sources.map(([source, count]) => `${source} ${whole(count)}`).join(' · ');
}

const whole = (count: number): string => count.toLocaleString('en');
