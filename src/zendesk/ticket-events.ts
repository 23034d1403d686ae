import type { ZafClient } from './client';

export interface TicketListeners {
  requesterChanged(): void;
  /** Saved, or somebody wrote. */
  ticketChanged(): void;
  composerChanged(): void;
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
  const composerChanged = (): void => {
    listeners.composerChanged();
  };

  const handlers: Readonly<Record<string, (data: unknown) => void>> = {
    'ticket.requester.id.changed': requesterChanged,
    'ticket.requester.email.changed': requesterChanged,
    'ticket.submit.done': ticketChanged,
    'ticket.conversation.changed': ticketChanged,
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
