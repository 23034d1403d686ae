import type { Clock } from '../lib/clock';
import { failed, ok, type Result } from '../lib/result';
import { getPaths, type ZafClient } from './client';
import type { Expected, InsertRefusal } from './composer';
import { composerFacts, composerPaths, type ComposerFacts } from './composer-facts';
import { idOf } from './read-value';
import { readRequester } from './requester';

export interface ComposerReading extends ComposerFacts {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
  readonly requesterName: string;
  /** What stands in the composer: HTML where the channel has rich text. */
  readonly draft: string;
}

/** A draft that cannot be read cannot be shown to be kept: no reading, no writing. */
export async function readComposer(
  client: ZafClient,
  clock: Clock,
): Promise<Result<ComposerReading>> {
  const paths = await getPaths(client, clock, [
    'ticket.id',
    'ticket.requester',
    'comment.text',
    ...composerPaths,
  ]);
  if (!paths.ok) return paths;

  const draft = paths.value['comment.text'];
  const facts = composerFacts(paths.value);
  if (typeof draft !== 'string' || facts.channel.name === '') {
    return failed({ source: 'zendesk', kind: 'malformed', what: 'wrong-shape' });
  }
  const requester = readRequester(paths.value['ticket.requester']);
  return ok({
    ...facts,
    ticketId: idOf(paths.value['ticket.id']),
    requesterId: requester?.id,
    requesterName: requester?.name ?? '',
    draft,
  });
}

/** What has changed since the engineer looked, worst first. */
export function refusalOf(now: ComposerReading, expected: Expected): InsertRefusal | undefined {
  if (now.ticketId !== expected.ticketId) return { kind: 'ticket-changed' };
  if (now.requesterId !== expected.requesterId) return { kind: 'requester-changed' };
  if (now.composer === 'internalNote') return { kind: 'internal-note-selected' };
  if (now.channel.name !== expected.channel) {
    return { kind: 'channel-changed', now: now.channel.name };
  }
  return undefined;
}
