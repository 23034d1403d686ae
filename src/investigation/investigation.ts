import type { Address } from '../address/address';
import type { Diagnosis } from '../diagnosis/diagnosis';
import type { CheckId, FactValue } from '../diagnosis/facts';

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
