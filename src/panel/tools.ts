import { createContext, useContext, useEffect, useState } from 'react';
import type { DeskActions, SetupView } from '../app/state';
import type { Clock } from '../shared/clock';
import type { Messages } from '../wording/messages';
import type { AskedParts, Deferred, LaterParts, SetupParts } from './deferred';
import type { Scheme } from './theme';

/** What every part may reach for: words, the engineer's actions, the time, light or dark, and the parts that come later. */
export interface Tools {
  readonly messages: Messages;
  readonly actions: DeskActions;
  readonly clock: Clock;
  readonly scheme: Scheme;
  readonly later: Deferred<LaterParts>;
  readonly asked: Deferred<AskedParts>;
  readonly setupParts: Deferred<SetupParts>;
  readonly setup: SetupView;
}

export const ToolsContext = createContext<Tools | undefined>(undefined);

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error('A part of the panel was drawn outside of it.');
  return tools;
}

const minuteMs = 60_000;

/** The time, kept to the minute for as long as it is shown. */
export function useMinutes(): number {
  const { clock } = useTools();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const stop = clock.after(minuteMs, () => {
      setNow(clock.now());
    });
    return stop;
  }, [clock, now]);
  return now;
}

/** Most sources answer within it; one that is slow does not keep the others' answers from being read. */
const patienceMs = 1_500;

/** False until the first run has ended or taken its time; from then on true, whatever is asked again. */
export function useQuiet(running: boolean): boolean {
  const { clock } = useTools();
  const [quiet, setQuiet] = useState(!running);
  useEffect(() => {
    if (quiet) return undefined;
    const settle = (): void => {
      setQuiet(true);
    };
    if (running) return clock.after(patienceMs, settle);
    settle();
    return undefined;
  }, [clock, quiet, running]);
  return quiet || !running;
}
