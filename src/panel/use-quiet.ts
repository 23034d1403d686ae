import { useEffect, useState } from 'react';
import { useTools } from './tools';

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
