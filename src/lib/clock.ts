/** Time is passed in, so that specs own it. Instants are epoch milliseconds everywhere. */
export interface Clock {
  now(): number;
  /** Calls back after `ms`; the returned function cancels. */
  after(ms: number, callback: () => void): () => void;
}
