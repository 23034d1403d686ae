import type { Address } from '../address/address';
import { diagnose } from '../diagnosis/diagnose';
import type { AccountAnswer, Evidence, MailLog, SuppressionEntry } from '../diagnosis/evidence';
import { failureIn } from '../diagnosis/failure-in';
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
  withoutOverruled,
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
  /** When the customer last wrote, epoch ms; `undefined` for a ticket that is not saved yet. */
  readonly customerWroteAt: () => number | undefined;
}

/** What the verdict rests on. */
const sources = ['account', 'portalLog', 'gitlabLog'] as const satisfies readonly LookupKey[];

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
  const { clock } = ports;
  const lookUps: Readonly<Record<LookupKey, LookUp<unknown>>> = {
    account: ports.lookUpAccount,
    portalLog: ports.readPortalLog,
    gitlabLog: ports.readGitlabLog,
    suppressions: ports.readSuppressions,
  };
  const listeners = new Set<() => void>();
  let state: InvestigationState | undefined;
  let run: Run | undefined;

  function publish({ address, evidence, underWay }: Run): void {
    state = {
      address,
      diagnosis: diagnose(evidence, {
        now: clock.now(),
        customerWroteAt: ports.customerWroteAt(),
      }),
      running: sources.some((key) => underWay.has(key)),
      rechecking: sources.some((key) => underWay.has(key) && evidence[key].state === 'answered'),
      checkedAt: checkedAt(evidence),
    };
    listeners.forEach((listener) => {
      listener();
    });
  }

  async function ask(asked: Run, key: LookupKey): Promise<void> {
    const askedAt = clock.now();
    asked.underWay.add(key);
    asked.evidence = { ...asked.evidence, [key]: asking<unknown>(asked.evidence[key], askedAt) };

    const { signal } = asked.abort;
    const result = await lookUps[key](asked.address, { signal, fresh: asked.fresh });
    if (signal.aborted) return;

    asked.underWay.delete(key);
    asked.evidence = withoutOverruled({
      ...asked.evidence,
      [key]: settled(result, askedAt, clock.now()),
    });
    if (key === 'portalLog') askOfLists(asked);
    publish(asked);
  }

  /** What the lists said belongs to the log that gave the reason to ask. */
  function askOfLists(asked: Run): void {
    if (wantsSuppressions(asked.evidence.portalLog)) void ask(asked, 'suppressions');
    else asked.evidence = { ...asked.evidence, suppressions: { state: 'not-asked' } };
  }

  function start(of: Pick<Run, 'address' | 'evidence' | 'fresh'>, keys: readonly LookupKey[]) {
    run?.abort.abort();
    const next: Run = { ...of, abort: new AbortController(), underWay: new Set() };
    run = next;
    keys.forEach((key) => {
      void ask(next, key);
    });
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
      start({ address, evidence: nothingKnown(address), fresh: false }, sources);
    },
    refresh() {
      if (run) start({ ...run, fresh: true }, sources);
    },
    resume() {
      if (run) start(run, unfinished(run));
    },
    answerByHand<C extends CheckId>(check: C, value: FactValue<C> | undefined) {
      if (!run) return;
      run.evidence = withHandAnswer(run.evidence, check, value, clock.now());
      publish(run);
    },
    judgeAgain() {
      if (run) publish(run);
    },
    stop() {
      run?.abort.abort();
    },
  };
}

/** What has no whole answer, and what was being asked again when the run was stopped. */
function unfinished({ evidence, underWay }: Run): readonly LookupKey[] {
  const isAnswered = (key: (typeof sources)[number]) =>
    evidence[key].state === 'answered' && failureIn(evidence, key) === undefined;
  const keys = sources.filter((key) => underWay.has(key) || !isAnswered(key));
  // The portal's log asks for the lists itself.
  return underWay.has('suppressions') && !keys.includes('portalLog')
    ? [...keys, 'suppressions']
    : keys;
}
