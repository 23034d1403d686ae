import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Tickets timed per processor and delay. */
  readonly rounds: number;
  /** Tickets opened in a row. */
  readonly tickets: number;
  /** Readings of a log, per length. */
  readonly readings: number;
  /** Too short to be kept as docs/bench.md. */
  readonly quick: boolean;
  /** Only how the readers' time grows with a text's length; docs/bench.md stays as it is. */
  readonly onlyLinear: boolean;
}

/** `--quick`, `--rounds 20`, `--tickets 500`, `--only=linear` */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      tickets: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const { quick, only } = values;
  if (only !== undefined && only !== 'linear') throw new Error('--only takes linear.');
  return {
    quick,
    onlyLinear: only === 'linear',
    rounds: count('rounds', values.rounds, quick ? 2 : 20),
    tickets: count('tickets', values.tickets, quick ? 12 : 500),
    readings: quick ? 20 : 300,
  };
}

function count(name: string, text: string | undefined, usual: number): number {
  const value = text === undefined ? usual : Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`--${name} takes a whole number from 1 up, not ${String(text)}.`);
  }
  return value;
}
