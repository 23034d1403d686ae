import type { Clock } from '../lib/clock';
import { invoke, type ZafClient } from './client';

const settleMs = 50;

/** Calls back with the content's height in px, at once and on each change; returns the function that stops. */
export type ObserveHeight = (onHeight: (height: number) => void) => () => void;

/** Keeps the app's frame as tall as its content: one request for a burst of changes, none for no change. */
export function followHeight(
  client: ZafClient,
  clock: Clock,
  observeHeight: ObserveHeight,
): () => void {
  let asked: number | undefined;
  let cancel: (() => void) | undefined;

  const stop = observeHeight((exact) => {
    const height = Math.ceil(exact);
    cancel?.();
    cancel = clock.after(settleMs, () => {
      cancel = undefined;
      if (height === asked || height <= 0) return;
      asked = height;
      // A frame of the wrong height scrolls; there is nobody to tell.
      void invoke(client, clock, 'resize', { width: '100%', height: `${height}px` });
    });
  });

  return () => {
    stop();
    cancel?.();
  };
}
