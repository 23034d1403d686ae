import { createRequestLog, type RequestLog } from './proxy/request-log';
import type { Fault } from './proxy/fault';
import type { Mode } from './proxy/resolve-request';
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
  reset(): void;
}

export function createSandboxState(
  scenarios: readonly Scenario[],
  now: () => number,
  usualDelayMs: number,
): SandboxState {
  const log = createRequestLog(now);
  let switches: Switches = { faults: {}, delays: {}, mode: 'installed' };

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
    reset() {
      log.clear();
      switches = { faults: {}, delays: {}, mode: 'installed' };
    },
  };
}
