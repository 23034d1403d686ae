import { cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  /** Processes that were ready to run, over the last minute. */
  readonly load: number;
  readonly date: string;
}

export function describeMachine(chromium: string, now: Date): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    chromium,
    load: loadavg()[0] ?? 0,
    date: now.toISOString().slice(0, 10),
  };
}
