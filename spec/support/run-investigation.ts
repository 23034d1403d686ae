import type { Address } from '../../src/address/address';
import type { AccountAnswer, MailLog, SuppressionEntry } from '../../src/diagnosis/answers';
import type { CheckId, FactValue } from '../../src/diagnosis/checks';
import type { Edition } from '../../src/diagnosis/diagnosis';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import {
  answerByHand,
  chooseAccount,
  type InvestigationState,
  investigationOf,
  judgeAgain,
  refreshRun,
  resumeRun,
  type Run,
  type RunStep,
  startRun,
  stopRun,
  takeAnswer,
} from '../../src/investigation/investigation';
import type { Result } from '../../src/shared/failure';
import type { SendOptions } from '../../src/shared/request';

type LookUp<T> = (address: Address, options: SendOptions) => Promise<Result<T>>;

export interface LookUps {
  readonly customersdot: LookUp<AccountAnswer>;
  readonly portal_log: LookUp<MailLog>;
  readonly gitlab_log: LookUp<MailLog>;
  readonly suppressions: LookUp<readonly SuppressionEntry[]>;
}

/** Runs an investigation alone, without the app around it: sends its questions out and hands the answers back. */
export function createInvestigation(
  lookUps: LookUps,
  now: () => number,
  customerWroteAt: () => number | undefined = now,
  accountByHand = false,
  edition: Edition = passwordEdition,
) {
  const listeners = new Set<() => void>();
  const moment = () => ({ edition, now: now(), customerWroteAt: customerWroteAt() });
  let run: Run | undefined;
  let abort = new AbortController();
  let ids = 0;

  function publish(next: Run): void {
    run = next;
    listeners.forEach((listener) => {
      listener();
    });
  }

  function take({ run: next, ask }: RunStep): void {
    const { signal } = abort;
    ask.forEach(({ run: id, key, address, fresh }) => {
      const askedAt = now();
      const lookUp: LookUp<unknown> = lookUps[key];
      void lookUp(address, { signal, fresh }).then((result) => {
        if (run?.id === id) take(takeAnswer(run, { key, askedAt }, result, moment()));
      });
    });
    publish(next);
  }

  /** What the round before had on its way does not count any more. */
  function round(start: (id: number) => RunStep): void {
    abort.abort();
    abort = new AbortController();
    take(start((ids += 1)));
  }

  const change = (to: (run: Run) => Run): void => {
    if (run) publish(to(run));
  };

  return {
    getState: (): InvestigationState | undefined => run && investigationOf(run),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    investigate(address: Address): void {
      round((id) => startRun(id, address, moment(), accountByHand));
    },
    refresh(): void {
      const of = run;
      if (of) round((id) => refreshRun(of, id, moment()));
    },
    resume(): void {
      const of = run;
      if (of) round((id) => resumeRun(of, id, moment()));
    },
    answerByHand<C extends CheckId>(check: C, value: FactValue<C> | undefined): void {
      change((of) => answerByHand(of, check, value, moment()));
    },
    chooseAccount(key: string | undefined): void {
      change((of) => chooseAccount(of, key, moment()));
    },
    judgeAgain(): void {
      change((of) => judgeAgain(of, moment()));
    },
    stop(): void {
      abort.abort();
      if (run) run = stopRun(run);
    },
  };
}
