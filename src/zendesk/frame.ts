import type { Clock } from '../shared/clock';
import { type ZafClient, invoke, started, withoutThrowing } from './client';

export type ColorScheme = 'light' | 'dark';

export interface ColorSchemeSource {
  get(): ColorScheme;
  /** Returns the function that stops listening. */
  subscribe(listener: () => void): () => void;
  /** What the ticket's first reading said. */
  set(scheme: ColorScheme): void;
  close(): void;
}

export function schemeOf(value: unknown): ColorScheme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined;
}

/**
 * `?colorScheme=` of the app's address serves the first paint, before Zendesk has said anything;
 * then the first reading, then Zendesk's event.
 */
export function createColorScheme(
  client: Pick<ZafClient, 'on' | 'off'> | undefined,
  search: string,
): ColorSchemeSource {
  let scheme = schemeOf(new URLSearchParams(search).get('colorScheme')) ?? 'light';
  const listeners = new Set<() => void>();

  function set(next: ColorScheme): void {
    if (next === scheme) return;
    scheme = next;
    listeners.forEach((listener) => {
      listener();
    });
  }
  const changed = withoutThrowing((data) => {
    const { newValue } = (data ?? {}) as { newValue?: unknown };
    const next = schemeOf(data) ?? schemeOf(newValue);
    if (next) set(next);
  });
  client?.on('colorScheme.changed', changed);

  return {
    get: () => scheme,
    set,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      client?.off('colorScheme.changed', changed);
      listeners.clear();
    },
  };
}

const burstMs = 50;

/** Calls back with the content's height in px, at once and on each change; returns the function that stops. */
export type ObserveHeight = (onHeight: (height: number) => void) => () => void;

/** Keeps the app's frame as tall as its content: one request for a burst of changes, none for no change. */
export function followHeight(
  client: ZafClient,
  clock: Clock,
  observeHeight: ObserveHeight,
): () => void {
  let asked: number | undefined;
  let cancel: (() => void) | undefined;

  const stop = observeHeight((exact) => {
    const height = Math.ceil(exact);
    cancel?.();
    cancel = clock.after(burstMs, () => {
      cancel = undefined;
      if (height === asked || height <= 0) return;
      asked = height;
      // A frame of the wrong height scrolls; there is nobody to tell.
      void invoke(client, clock, 'resize', { width: '100%', height: `${height}px` });
    });
  });

  return () => {
    stop();
    cancel?.();
  };
}

export interface TicketListeners {
  requesterChanged(): void;
  /** Somebody wrote, in this tab or another one; or the composer or its channel changed. */
  ticketChanged(): void;
  /** The engineer submitted the ticket, and Zendesk took it. The composer is empty, or about to be. */
  submitted(): void;
  /** Zendesk did not take it: what stood in the composer stands there still. */
  submitFailed(): void;
  /** With every key the engineer types. What stands in the composer has to be read. */
  draftChanged(): void;
  /** The ticket's tab came to the front or left it; the app was unfolded or folded; or it is about to be removed. */
  visibility(change: {
    readonly inFront?: boolean;
    readonly unfolded?: boolean;
    readonly gone?: true;
  }): void;
}

/** Returns the function that stops listening. */
export function onTicketEvents(client: ZafClient, listeners: TicketListeners): () => void {
  const visible = (change: Parameters<TicketListeners['visibility']>[0]) => (): void => {
    listeners.visibility(change);
  };
  const requesterChanged = (): void => {
    listeners.requesterChanged();
  };
  const ticketChanged = (): void => {
    listeners.ticketChanged();
  };
  const submitted = (): void => {
    listeners.submitted();
  };
  const submitFailed = (): void => {
    listeners.submitFailed();
  };
  const draftChanged = (): void => {
    listeners.draftChanged();
  };

  const handlers: Readonly<Record<string, (data: unknown) => void>> = {
    'ticket.requester.id.changed': requesterChanged,
    'ticket.requester.email.changed': requesterChanged,
    'ticket.submit.done': submitted,
    'ticket.submit.fail': submitFailed,
    'ticket.conversation.changed': ticketChanged,
    'ticket.collaborators.changed': ticketChanged,
    'ticket.sharedWith.changed': ticketChanged,
    'comment.text.changed': draftChanged,
    'comment.type.changed': ticketChanged,
    'ticket.editor.targetChannel.changed': ticketChanged,
    'ticket.editor.capabilities.changed': ticketChanged,
    'app.activated': visible({ inFront: true }),
    'app.deactivated': visible({ inFront: false }),
    'app.expanded': visible({ unfolded: true }),
    'app.collapsed': visible({ unfolded: false }),
    'app.willDestroy': visible({ gone: true }),
  };

  const entries = Object.entries(handlers).map(
    ([event, handler]) => [event, withoutThrowing(handler)] as const,
  );
  entries.forEach(([event, handler]) => {
    client.on(event, handler);
  });
  return () => {
    entries.forEach(([event, handler]) => {
      client.off(event, handler);
    });
  };
}

/** `hold`: the ticket is not saved, and Zendesk shows the engineer `why`. */
export type SaveAnswer =
  | { readonly kind: 'go-on' }
  | { readonly kind: 'hold'; readonly why: string };

/** How long an engineer who pressed Submit is kept waiting. Zendesk itself is said to wait 30 s. */
const patienceMs = 3_000;

/**
 * Asks before a ticket is saved. An answer that is late, or a throw, lets it be saved: the app must never keep an
 * engineer from working. Returns the function that stops asking.
 */
export function onTicketSave(
  client: Pick<ZafClient, 'on' | 'off'>,
  clock: Clock,
  ask: () => Promise<SaveAnswer>,
): () => void {
  /** A promise refuses by rejecting, with an error of these words: the SDK passes over words that it resolves with. */
  const answer = (): Promise<true> =>
    new Promise((resolve, reject) => {
      const goOn = (): void => {
        cancel();
        resolve(true);
      };
      const cancel = clock.after(patienceMs, goOn);
      started(ask).then((reply) => {
        if (reply.kind === 'go-on') {
          goOn();
          return;
        }
        cancel();
        reject(new Error(reply.why));
      }, goOn);
    });

  client.on('ticket.save', answer);
  return () => {
    client.off('ticket.save', answer);
  };
}
