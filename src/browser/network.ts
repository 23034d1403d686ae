export const network = {
  isOnline: (): boolean => navigator.onLine,
  /** Returns the function that stops listening. */
  onChange(listener: () => void): () => void {
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  },
};
