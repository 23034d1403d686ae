import type { Address } from '../address/address';
import { answersLeft } from '../diagnosis/completions';
import { diagnose } from '../diagnosis/diagnose';
import type { Diagnosis } from '../diagnosis/diagnosis';
import type { AccountAnswer, MailLog, SuppressionEntry } from '../diagnosis/answers';
import { type Evidence, type Lookup, failureIn } from '../diagnosis/evidence';
import type { CheckId, FactValue } from '../diagnosis/facts';
import { isLostToTheAddress, newestReset } from '../diagnosis/mail-log';
import { factsFromEvidence } from '../diagnosis/read-facts';
import type { Clock } from '../shared/clock';
import type { SendOptions } from '../shared/request';
import type { Result } from '../shared/result';

export interface InvestigationState {
  readonly address: Address;
  readonly diagnosis: Diagnosis;
  /** Answers that the verdict may rest on are still to come. */
  readonly running: boolean;
  /** An answer that is shown is being asked for again. */
  readonly rechecking: boolean;
  /** Newest answer, epoch ms. */
  readonly checkedAt: number | undefined;
}

export interface Investigation {
  getState(): InvestigationState | undefined;
  subscribe(listener: () => void): () => void;
  /** Drops whatever was running for another address. */
  investigate(address: Address): void;
  /** Asks everything again, past the cache; hand answers stay until a real answer comes. */
  refresh(): void;
  /** Asks what has no answer yet, or was being asked again: after a pause, or when the network is back. */
  resume(): void;
  answerByHand<C extends CheckId>(check: C, value: FactValue<C> | undefined): void;
  /** The ticket has changed, and with it perhaps what is said beside the verdict. */
  judgeAgain(): void;
  stop(): void;
}

type LookUp<T> = (address: Address, options: SendOptions) => Promise<Result<T>>;

export interface InvestigationPorts {
  readonly lookUpAccount: LookUp<AccountAnswer>;
  /** The engineer looks at the account by hand: it is never asked for. */
  readonly accountByHand?: boolean;
  readonly readPortalLog: LookUp<MailLog>;
  readonly readGitlabLog: LookUp<MailLog>;
  readonly readSuppressions: LookUp<readonly SuppressionEntry[]>;
  readonly clock: Pick<Clock, 'now'>;
  /** When the customer last wrote, epoch ms; `undefined` for a ticket that is not saved yet. */
  readonly customerWroteAt: () => number | undefined;
}

/** What the verdict rests on. */
const sources = [
  'customersdot',
  'portal_log',
  'gitlab_log',
] as const satisfies readonly LookupKey[];

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
    customersdot: ports.lookUpAccount,
    portal_log: ports.readPortalLog,
    gitlab_log: ports.readGitlabLog,
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
    if (key === 'portal_log') askOfLists(asked);
    publish(asked);
  }

  /** What the lists said belongs to the log that gave the reason to ask. */
  function askOfLists(asked: Run): void {
    if (wantsSuppressions(asked.evidence.portal_log)) void ask(asked, 'suppressions');
    else asked.evidence = { ...asked.evidence, suppressions: { state: 'not-asked' } };
  }

  function start(of: Pick<Run, 'address' | 'evidence' | 'fresh'>, keys: readonly LookupKey[]) {
    run?.abort.abort();
    const next: Run = { ...of, abort: new AbortController(), underWay: new Set() };
    run = next;
    keys
      .filter((key) => next.evidence[key].state !== 'by-hand')
      .forEach((key) => {
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
      const evidence = nothingKnown(address, ports.accountByHand);
      start({ address, evidence, fresh: false }, sources);
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
  return underWay.has('suppressions') && !keys.includes('portal_log')
    ? [...keys, 'suppressions']
    : keys;
}

/** The parts of the evidence that are looked up. */
export type LookupKey = 'customersdot' | 'portal_log' | 'gitlab_log' | 'suppressions';

export function nothingKnown(address: Address, accountByHand = false): Evidence {
  return {
    address,
    customersdot: { state: accountByHand ? 'by-hand' : 'not-asked' },
    portal_log: { state: 'not-asked' },
    gitlab_log: { state: 'not-asked' },
    suppressions: { state: 'not-asked' },
    byHand: {},
  };
}

/** An answer stays on screen while it is asked for again; a failure makes way for the new attempt. */
function asking<T>(before: Lookup<T>, now: number): Lookup<T> {
  return before.state === 'answered' ? before : { state: 'pending', askedAt: now };
}

function settled<T>(result: Result<T>, askedAt: number, now: number): Lookup<T> {
  return result.ok
    ? { state: 'answered', value: result.value, askedAt, at: now }
    : { state: 'failed', failure: result.failure, askedAt, at: now };
}

/**
 * The engineer's own answer to one check; `undefined` takes it back. One that contradicts what is known, by lookup or
 * by hand, is not taken.
 */
export function withHandAnswer<C extends CheckId>(
  evidence: Evidence,
  check: C,
  value: FactValue<C> | undefined,
  at: number,
): Evidence {
  const { [check]: _replaced, ...others } = evidence.byHand;
  const without = { ...evidence, byHand: others };
  if (value === undefined) return without;
  const possible = answersLeft(check, factsFromEvidence(without)).includes(value);
  const answer = { value, at, ...(check === 'portal_reset' ? aboutNewest(evidence) : {}) };
  return possible
    ? withoutOverruled({ ...evidence, byHand: { ...others, [check]: answer } })
    : evidence;
}

function aboutNewest({ portal_log }: Evidence): { readonly mail?: string } {
  const newest = portal_log.state === 'answered' ? newestReset(portal_log.value) : undefined;
  return newest ? { mail: newest.id } : {};
}

/** A hand answer lasts until a real one arrives, and does not come back when that one is lost again. */
export function withoutOverruled(evidence: Evidence): Evidence {
  const facts = factsFromEvidence(evidence);
  const stillNeeded = Object.entries(evidence.byHand).filter(([check]) => {
    const fact = facts[check as CheckId];
    return fact.known && fact.by === 'hand';
  });
  return { ...evidence, byHand: Object.fromEntries(stillNeeded) };
}

/** When the newest answer came, epoch ms. */
function checkedAt(evidence: Evidence): number | undefined {
  const instants = [evidence.customersdot, evidence.portal_log, evidence.gitlab_log].flatMap(
    (lookup) => (lookup.state === 'answered' || lookup.state === 'failed' ? [lookup.at] : []),
  );
  return instants.length === 0 ? undefined : Math.max(...instants);
}

/** Mailgun's lists say something only about a reset that it would not or could not deliver. */
function wantsSuppressions(portal_log: Lookup<MailLog>): boolean {
  return (
    portal_log.state === 'answered' &&
    portal_log.value.mails.some(
      ({ kind, outcome }) => kind === 'reset' && isLostToTheAddress(outcome),
    )
  );
}
