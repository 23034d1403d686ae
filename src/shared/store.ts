/** A state that changes only by events, and who is told of it. */
export interface Store<S, E> {
  getState(): S;
  dispatch(event: E): void;
  /** Returns the function that stops listening. */
  subscribe(listener: () => void): () => void;
}

/**
 * `reduce` is pure; `changed` is where the caller acts on what came of an event. Listeners hear only of another state.
 * An event that `changed` dispatches is reduced after the one that caused it, never in between. Where `reduce` throws,
 * so does the `dispatch` of that event once the others in the queue are reduced, and the state is as before it; an
 * effect or a listener that throws keeps nothing from the others.
 */
export function createStore<S, E, F>(
  first: S,
  reduce: (state: S, event: E) => { readonly state: S; readonly effects: readonly F[] },
  run: (effect: F) => void,
): Store<S, E> & { close(): void } {
  const listeners = new Set<() => void>();
  const queue: E[] = [];
  let state = first;
  let busy = false;

  function dispatch(event: E): void {
    queue.push(event);
    if (busy) return;
    busy = true;
    try {
      takeNext();
    } finally {
      // Whoever dispatched one of these has returned already: there is nobody left to throw at.
      while (queue.length > 0) contained(takeNext);
      busy = false;
    }
  }

  function takeNext(): void {
    const event = queue.shift();
    if (event !== undefined) take(event);
  }

  function take(event: E): void {
    const before = state;
    const step = reduce(state, event);
    state = step.state;
    step.effects.forEach((effect) => {
      contained(() => {
        run(effect);
      });
    });
    if (state !== before) listeners.forEach(contained);
  }

  return {
    getState: () => state,
    dispatch,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      listeners.clear();
    },
  };
}

function contained(call: () => void): void {
  try {
    call();
  } catch {
    // Whoever threw has nobody to tell: what is awaited of an effect comes back as an event.
  }
}
