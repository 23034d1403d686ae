import type { Paths } from './client';
import { fieldsOf, flagOf, textOf } from './read-value';
import type { Channel, TicketFacts } from './ticket-facts';

export type ComposerFacts = Pick<TicketFacts, 'channel' | 'composer'>;

/** `comment.useRichText` predates the Agent Workspace, which says it of the editor. */
export const composerPaths = [
  'ticket.editor.targetChannel',
  'ticket.editor.capabilities.richText',
  'comment.type',
  'comment.useRichText',
] as const;

/** Text that cannot be shown to be rich is written plain: plain arrives everywhere. */
export function composerFacts(paths: Paths): ComposerFacts {
  const type = textOf(paths['comment.type']);
  const channel: Channel = {
    name: textOf(fieldsOf(paths['ticket.editor.targetChannel'])['name']) ?? type ?? '',
    richText:
      flagOf(paths['ticket.editor.capabilities.richText']) ??
      flagOf(paths['comment.useRichText']) ??
      false,
  };
  return { channel, composer: composerOf(type, channel.name) };
}

function composerOf(type: string | undefined, channel: string): ComposerFacts['composer'] {
  if (type === 'internalNote' || channel === 'internal') return 'internalNote';
  return type === 'publicReply' ? 'publicReply' : 'other';
}
