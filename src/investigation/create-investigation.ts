import type { Address } from '../address/address';
import { diagnose } from '../diagnosis/diagnose';
import type { AccountAnswer, Evidence, MailLog, SuppressionEntry } from '../diagnosis/evidence';
import type { CheckId, FactValue } from '../diagnosis/facts';
import type { Clock } from '../lib/clock';
import type { SendOptions } from '../lib/request';
import type { Result } from '../lib/result';
import type { Investigation, InvestigationState } from './investigation';
import { asking, checkedAt, nothingKnown, settled, withoutAnswered, type LookupKey } from './merge';

type LookUp<T> = (address: Address, options: SendOptions) => Promise<Result<T>>;

export interface InvestigationPorts {
  readonly lookUpAccount: LookUp<AccountAnswer>;
  readonly readPortalLog: LookUp<MailLog>;
  readonly readGitlabLog: LookUp<MailLog>;
  readonly readSuppressions: LookUp<readonly SuppressionEntry[]>;
  readonly clock: Pick<Clock, 'now'>;
  readonly ticketCreatedAt: number | undefined;
}

/**
 * Runs the lookups of one address side by side and re-decides as each answer lands.
 * An answer for an address that is no longer shown is dropped, whatever it says.
 */
export function createInvestigation(ports: InvestigationPorts): Investigation {
  const listeners = new Set<() => void>();
  let state: InvestigationState | undefined;
  let run: AbortController | undefined;

  function publish(address: Address, evidence: Evidence, pending: number): void {
    const context = { now: ports.clock.now(), ticketCreatedAt: ports.ticketCreatedAt };
    const first = diagnose(evidence, context);
    const byHand = withoutAnswered(evidence.byHand, first.facts);
    const dropped = Object.keys(byHand).length < Object.keys(evidence.byHand).length;
    state = {
      address,
      diagnosis: dropped ? diagnose({ ...evidence, byHand }, context) : first,
      running: pending > 0,
      checkedAt: checkedAt(evidence),
    };
    listeners.forEach((listener) => {
      listener();
    });
  }

  function start(address: Address, from: Evidence, fresh: boolean): void {
    run?.abort();
    const { signal } = (run = new AbortController());
    const askedAt = ports.clock.now();
    let evidence: Evidence = {
      ...from,
      account: asking(from.account, askedAt),
      portalLog: asking(from.portalLog, askedAt),
      gitlabLog: asking(from.gitlabLog, askedAt),
      suppressions: { state: 'not-asked' },
    };
    let pending = 0;

    async function ask<T>(key: LookupKey, lookUp: LookUp<T>): Promise<void> {
      pending += 1;
      const askedAtThis = ports.clock.now();
      const result = await lookUp(address, { signal, fresh });
      if (signal.aborted) return;
      pending -= 1;
      // Hand answers may have come in meanwhile: they live in the state, not in this closure.
      const byHand = state?.diagnosis.evidence.byHand ?? evidence.byHand;
      evidence = { ...evidence, byHand, [key]: settled(result, askedAtThis, ports.clock.now()) };
      if (key === 'portalLog' && wantsSuppressions(evidence)) {
        evidence = { ...evidence, suppressions: { state: 'pending', askedAt: ports.clock.now() } };
        void ask('suppressions', ports.readSuppressions);
      }
      publish(address, evidence, pending);
    }

    void ask('account', ports.lookUpAccount);
    void ask('portalLog', ports.readPortalLog);
    void ask('gitlabLog', ports.readGitlabLog);
    publish(address, evidence, pending);
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
      start(address, nothingKnown(address), false);
    },
    refresh() {
      if (state) start(state.address, state.diagnosis.evidence, true);
    },
    answerByHand<C extends CheckId>(check: C, value: FactValue<C> | undefined) {
      if (!state) return;
      const { evidence } = state.diagnosis;
      const { [check]: _replaced, ...others } = evidence.byHand;
      const byHand =
        value === undefined ? others : { ...others, [check]: { value, at: ports.clock.now() } };
      publish(state.address, { ...evidence, byHand }, state.running ? 1 : 0);
    },
    stop() {
      run?.abort();
    },
  };
}

/** Mailgun's lists say something only about a reset that it would not or could not deliver. */
function wantsSuppressions({ portalLog }: Evidence): boolean {
  return (
    portalLog.state === 'answered' &&
    portalLog.value.mails.some(
      ({ kind, outcome }) =>
        kind === 'reset' &&
        ['suppressed', 'bounced', 'delayed-bounce', 'failed', 'gave-up'].includes(outcome),
    )
  );
}
