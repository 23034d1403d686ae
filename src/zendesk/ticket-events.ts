import type { Clock } from '../shared/clock';
import { started, type ZafClient, withoutThrowing } from './client';

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
