import type { Clock } from '../shared/clock';
import { type ZafClient, started } from './client';

export interface TicketListeners {
  requesterChanged(): void;
  /** Somebody wrote, in this tab or another one. */
  ticketChanged(): void;
  /** The engineer submitted the ticket, and Zendesk took it. The composer is empty, or about to be. */
  submitted(): void;
  /** Public reply or internal note, another channel, rich text or not. */
  composerChanged(): void;
  /** With every key the engineer types. What stands in the composer has to be read. */
  draftChanged(): void;
  /** The ticket's tab is in front and the app is unfolded. */
  activated(): void;
  deactivated(): void;
}

/** `unfolded`: as the first reading had it. Returns the function that stops listening. */
export function onTicketEvents(
  client: ZafClient,
  listeners: TicketListeners,
  unfolded = true,
): () => void {
  const seen = { inFront: true, unfolded, gone: false };

  const look = (change: Partial<typeof seen>) => (): void => {
    Object.assign(seen, change);
    if (seen.inFront && seen.unfolded && !seen.gone) listeners.activated();
    else listeners.deactivated();
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
  const composerChanged = (): void => {
    listeners.composerChanged();
  };
  const draftChanged = (): void => {
    listeners.draftChanged();
  };

  const handlers: Readonly<Record<string, (data: unknown) => void>> = {
    'ticket.requester.id.changed': requesterChanged,
    'ticket.requester.email.changed': requesterChanged,
    'ticket.submit.done': submitted,
    'ticket.conversation.changed': ticketChanged,
    'comment.text.changed': draftChanged,
    'comment.type.changed': composerChanged,
    'ticket.editor.targetChannel.changed': composerChanged,
    'ticket.editor.capabilities.changed': composerChanged,
    'app.activated': look({ inFront: true }),
    'app.deactivated': look({ inFront: false }),
    'app.expanded': look({ unfolded: true }),
    'app.collapsed': look({ unfolded: false }),
    'app.willDestroy': look({ gone: true }),
  };

  const entries = Object.entries(handlers);
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
  { readonly kind: 'go-on' } | { readonly kind: 'hold'; readonly why: string };

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
  /** What the SDK takes for an answer: `true`, or the words to refuse with. */
  const answer = (): Promise<true | string> =>
    new Promise((resolve) => {
      const cancel = clock.after(patienceMs, () => {
        resolve(true);
      });
      const settle = (reply: true | string): void => {
        cancel();
        resolve(reply);
      };
      started(ask).then(
        (reply) => {
          settle(reply.kind === 'hold' ? reply.why : true);
        },
        () => {
          settle(true);
        },
      );
    });

  client.on('ticket.save', answer);
  return () => {
    client.off('ticket.save', answer);
  };
}
