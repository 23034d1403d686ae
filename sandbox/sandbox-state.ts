import { createRequestLog, type RequestLog } from './proxy/request-log';
import type { Fault } from './proxy/fault';
import type { Mode } from './proxy/resolve-request';
import { noQuirks, type QuirkName, type Quirks } from './proxy/quirks';
import type { LookupWay } from '../src/shared/lookup-way';
import type { Service } from './proxy/service';
import type { Scenario } from './scenarios/scenario';
import type { Switches } from './wire';

/** The switches: what the person at the sandbox has turned, over what the tickets bring along. */
export interface SandboxState {
  readonly log: RequestLog;
  faultOf(service: Service, ticket: string | undefined): Fault;
  delayOf(service: Service): number;
  mode(): Mode;
  switches(): Switches;
  /** `undefined` leaves it to the ticket again. */
  setFault(service: Service, fault: Fault | undefined): void;
  /** `undefined`: as long as at the start. */
  setDelay(service: Service, ms: number | undefined): void;
  setMode(mode: Mode): void;
  setQuirk<Q extends QuirkName>(name: Q, value: Quirks[Q]): void;
  /** `undefined` leaves it to the ticket again. Takes effect when a page is loaded. */
  setLookup(way: LookupWay['way'] | undefined): void;
  /** The service answers nobody until the returned function is called, or everything is reset. */
  hold(service: Service): () => void;
  /** Pending while the service is held. */
  held(service: Service): Promise<void> | undefined;
  reset(): void;
}

const untouched: Switches = {
  faults: {},
  delays: {},
  mode: 'installed',
  quirks: noQuirks,
  lookup: undefined,
};

export function createSandboxState(
  scenarios: readonly Scenario[],
  now: () => number,
  usualDelayMs: number,
): SandboxState {
  const log = createRequestLog(now);
  const holds = new Map<
    Service,
    { readonly promise: Promise<void>; readonly release: () => void }
  >();
  let switches = untouched;

  function release(service: Service): void {
    holds.get(service)?.release();
    holds.delete(service);
  }

  return {
    log,
    faultOf: (service, ticket) =>
      switches.faults[service] ??
      scenarios.find(({ id }) => id === ticket)?.faults[service] ??
      'none',
    delayOf: (service) => switches.delays[service] ?? usualDelayMs,
    mode: () => switches.mode,
    switches: () => switches,
    setFault(service, fault) {
      const { [service]: _, ...others } = switches.faults;
      switches = { ...switches, faults: fault ? { ...others, [service]: fault } : others };
    },
    setDelay(service, ms) {
      const { [service]: _, ...others } = switches.delays;
      const delays = ms === undefined ? others : { ...others, [service]: ms };
      switches = { ...switches, delays };
    },
    setMode(mode) {
      switches = { ...switches, mode };
    },
    setQuirk(name, value) {
      switches = { ...switches, quirks: { ...switches.quirks, [name]: value } };
    },
    setLookup(lookup) {
      switches = { ...switches, lookup };
    },
    hold(service) {
      release(service);
      let open = (): void => undefined;
      const promise = new Promise<void>((done) => {
        open = done;
      });
      holds.set(service, { promise, release: open });
      return () => {
        release(service);
      };
    },
    held: (service) => holds.get(service)?.promise,
    reset() {
      [...holds.keys()].forEach(release);
      log.clear();
      switches = untouched;
    },
  };
}
