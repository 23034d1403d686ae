/** Made once and shared; a failure is not kept, so that the next call tries again. */
export function keepOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= make().catch((reason: unknown) => {
      kept = undefined;
      throw reason;
    });
    return kept;
  };
}
