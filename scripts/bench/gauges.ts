import type { CDPSession, Frame, Page } from 'playwright-core';

/** What a process of the browser holds on to, after the garbage has been collected. */
export interface Gauges {
  readonly heapBytes: number;
  readonly listeners: number;
  readonly documents: number;
  readonly frames: number;
  readonly nodes: number;
}

export interface Gauge {
  read(): Promise<Gauges>;
}

/** A frame of another site than its page lives in a process of its own. */
export async function gaugeOf(page: Page, of: Page | Frame): Promise<Gauge> {
  const session = await page.context().newCDPSession(of);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return { read: () => readGauges(session) };
}

async function readGauges(session: CDPSession): Promise<Gauges> {
  // Twice: what the first leaves to finalisers is gone with the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const [{ metrics }, counters] = await Promise.all([
    session.send('Performance.getMetrics'),
    session.send('Memory.getDOMCounters'),
  ]);
  const metric = (name: string): number => {
    const found = metrics.find((one) => one.name === name);
    if (!found) throw new Error(`Chromium does not tell ${name}.`);
    return found.value;
  };
  return {
    heapBytes: metric('JSHeapUsedSize'),
    listeners: counters.jsEventListeners,
    documents: counters.documents,
    frames: metric('Frames'),
    nodes: counters.nodes,
  };
}
