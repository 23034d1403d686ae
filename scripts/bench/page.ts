import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Row } from './table';

const head: Row = ['Measured', 'Under', 'Processor 1×', 'Processor 4× slower'];

/** Markdown, of which the formatter makes the columns. */
export const tableText = (rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** What the figures are of. The load is that of the last minute: processes that were ready to run. */
export function machineText(chromium: string, now: Date): string {
  const processors = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  const [load = 0] = loadavg();
  return `${now.toISOString().slice(0, 10)}, ${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores, ${memory} GiB, ${type()} ${release()}, Node ${process.version}, Chromium ${chromium}; load average ${load.toFixed(1)} at the start.`;
}

/** `rounds`: tickets timed per processor and delay; `readings` of a log, per length. */
export function benchPage(
  rows: readonly Row[],
  machine: string,
  { rounds, readings }: { readonly rounds: number; readonly readings: number },
): string {
  return `# Figures

Written by \`npm run bench\`, all in one run. Times are what one machine took: they are printed and never asserted. What CI
holds is in \`npm run test:size\` (bytes) and \`spec/e2e/budget.spec.ts\` (requests).

**Machine.** ${machine}

**How to read it**

- Times are medians of ${rounds} tickets per cell, with the range in brackets, in the sandbox's workspace in Chromium. They count
  from the moment that the app's frame begins to load. The files come from this machine as from a CDN: gzipped, and from
  the browser's cache after the first ticket. Page and frame share a process here, so that both can be slowed.
- The ticket is one whose verdict needs all three answers. Processors and delays take turns, so a busy moment harms all alike.
- The skeleton is in the html and has no words: first paint is its time. First words is the first contentful paint.
- "From the first question" leaves out the loading: side by side it comes close to 1, one after the other close to 3.
- In a row: each ticket is opened and closed in the workspace; one more stays open throughout. Heap, listeners, documents and
  frames are what the whole process holds after a forced garbage collection, first → after. The app's frames and the
  workspace's page are two processes; the workspace is the sandbox's, not Zendesk's.
- Left behind counts whatever reaches Zendesk once a ticket has been closed, also what was on its way at that moment.
- Reading a mail log goes from the answer's text to mails, in Node, median of ${readings}, all events in one answer.

${tableText(rows)}
`;
}
