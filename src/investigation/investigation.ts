import type { Address } from '../address/address';
import type { Diagnosis } from '../diagnosis/diagnosis';
import type { CheckId, FactValue } from '../diagnosis/facts';

export interface InvestigationState {
  readonly address: Address;
  readonly diagnosis: Diagnosis;
  /** Lookups still under way. */
  readonly running: boolean;
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
  /** Asks only what has no answer yet: after a pause, or when the network is back. */
  resume(): void;
  answerByHand<C extends CheckId>(check: C, value: FactValue<C> | undefined): void;
  stop(): void;
}
