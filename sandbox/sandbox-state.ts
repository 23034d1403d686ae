import { createRequestLog } from './proxy/request-log';
import type { Fault } from './proxy/fault';
import type { Mode } from './proxy/resolve-request';
import { noQuirks, type QuirkName, type Quirks } from './proxy/quirks';
import type { LookupWay } from '../src/shared/lookup-way';
import type { Service } from './proxy/service';
import type { Scenario } from './scenarios/scenario';
import type { Switches } from './wire';

const untouched: Switches = {
  faults: {},
  delays: {},
  mode: 'installed',
  quirks: noQuirks,
  lookup: undefined,
};

export type SandboxState = ReturnType<typeof createSandboxState>;

/** The switches: what the person at the sandbox has turned, over what the tickets bring along. */
export function createSandboxState(
  scenarios: readonly Scenario[],
  now: () => number,
  usualDelayMs: number,
) {
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
    faultOf: (service: Service, ticket: string | undefined): Fault =>
      switches.faults[service] ??
      scenarios.find(({ id }) => id === ticket)?.faults[service] ??
      'none',
    delayOf: (service: Service) => switches.delays[service] ?? usualDelayMs,
    mode: () => switches.mode,
    switches: () => switches,
    /** `undefined` leaves it to the ticket again. */
    setFault(service: Service, fault: Fault | undefined) {
      const { [service]: _, ...others } = switches.faults;
      switches = { ...switches, faults: fault ? { ...others, [service]: fault } : others };
    },
    /** `undefined`: as long as at the start. */
    setDelay(service: Service, ms: number | undefined) {
      const { [service]: _, ...others } = switches.delays;
      const delays = ms === undefined ? others : { ...others, [service]: ms };
      switches = { ...switches, delays };
    },
    setMode(mode: Mode) {
      switches = { ...switches, mode };
    },
    setQuirk<Q extends QuirkName>(name: Q, value: Quirks[Q]) {
      switches = { ...switches, quirks: { ...switches.quirks, [name]: value } };
    },
    /** `undefined` leaves it to the ticket again. Takes effect when a page is loaded. */
    setLookup(lookup: LookupWay['way'] | undefined) {
      switches = { ...switches, lookup };
    },
    /** The service answers nobody until the returned function is called, or everything is reset. */
    hold(service: Service) {
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
    /** Pending while the service is held. */
    held: (service: Service) => holds.get(service)?.promise,
    reset() {
      [...holds.keys()].forEach(release);
      log.clear();
      switches = untouched;
    },
  };
}
