import { useSyncExternalStore } from 'react';
import type { Scheme } from './theme';

export interface SchemeStore {
  get(): Scheme;
  /** Returns the function that stops listening. */
  subscribe(listener: () => void): () => void;
}

export const useScheme = (store: SchemeStore): Scheme =>
  useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.get(),
  );
