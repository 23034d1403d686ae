import type { Address } from '../address/address';
import { diagnose } from '../diagnosis/diagnose';
import type { AccountAnswer, Evidence, MailLog, SuppressionEntry } from '../diagnosis/evidence';
import type { CheckId, FactValue } from '../diagnosis/facts';
import type { Clock } from '../lib/clock';
import type { SendOptions } from '../lib/request';
import type { Result } from '../lib/result';
import type { Investigation, InvestigationState } from './investigation';
import {
  asking,
  checkedAt,
  nothingKnown,
  settled,
  withHandAnswer,
  withoutAnswered,
  type LookupKey,
} from './merge';
import { wantsSuppressions } from './wants-suppressions';

type LookUp<T> = (address: Address, options: SendOptions) => Promise<Result<T>>;

export interface InvestigationPorts {
  readonly lookUpAccount: LookUp<AccountAnswer>;
  readonly readPortalLog: LookUp<MailLog>;
  readonly readGitlabLog: LookUp<MailLog>;
  readonly readSuppressions: LookUp<readonly SuppressionEntry[]>;
  readonly clock: Pick<Clock, 'now'>;
  readonly ticketCreatedAt: number | undefined;
}

interface Run {
  readonly address: Address;
  readonly abort: AbortController;
  readonly fresh: boolean;
  readonly underWay: Set<LookupKey>;
  evidence: Evidence;
}

/**
 * Runs the lookups of one address side by side and re-decides as each answer lands.
 * An answer for an address that is no longer shown is dropped, whatever it says.
 */
export function createInvestigation(ports: InvestigationPorts): Investigation {
  const { clock, ticketCreatedAt } = ports;
  const listeners = new Set<() => void>();
  let state: InvestigationState | undefined;
  let run: Run | undefined;

  function publish({ address, evidence, underWay }: Run): void {
    state = {
      address,
      diagnosis: diagnose(evidence, { now: clock.now(), ticketCreatedAt }),
      running: underWay.size > 0,
      checkedAt: checkedAt(evidence),
    };
    listeners.forEach((listener) => {
      listener();
    });
  }

  async function ask<T>(asked: Run, key: LookupKey, lookUp: LookUp<T>): Promise<void> {
    const askedAt = clock.now();
    asked.underWay.add(key);
    asked.evidence = { ...asked.evidence, [key]: asking<unknown>(asked.evidence[key], askedAt) };

    const { signal } = asked.abort;
    const result = await lookUp(asked.address, { signal, fresh: asked.fresh });
    if (signal.aborted) return;

    asked.underWay.delete(key);
    asked.evidence = withoutAnswered({
      ...asked.evidence,
      [key]: settled(result, askedAt, clock.now()),
    });
    if (key === 'portalLog' && wantsSuppressions(asked.evidence.portalLog)) {
      void ask(asked, 'suppressions', ports.readSuppressions);
    }
    publish(asked);
  }

  function start(address: Address, evidence: Evidence, how: 'new' | 'again' | 'missing'): void {
    run?.abort.abort();
    const next: Run = {
      address,
      evidence,
      fresh: how === 'again',
      abort: new AbortController(),
      underWay: new Set(),
    };
    run = next;
    const wanted = (key: LookupKey) => how !== 'missing' || evidence[key].state !== 'answered';
    if (wanted('account')) void ask(next, 'account', ports.lookUpAccount);
    if (wanted('portalLog')) void ask(next, 'portalLog', ports.readPortalLog);
    if (wanted('gitlabLog')) void ask(next, 'gitlabLog', ports.readGitlabLog);
    publish(next);
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    investigate(address) {
      start(address, nothingKnown(address), 'new');
    },
    refresh() {
      if (run) start(run.address, run.evidence, 'again');
    },
    resume() {
      if (run) start(run.address, run.evidence, 'missing');
    },
    answerByHand<C extends CheckId>(check: C, value: FactValue<C> | undefined) {
      if (!run) return;
      run.evidence = withHandAnswer(run.evidence, check, value, clock.now());
      publish(run);
    },
    stop() {
      run?.abort.abort();
    },
  };
}
