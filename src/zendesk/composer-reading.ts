import type { Clock } from '../shared/clock';
import { idOf } from '../shared/json';
import {
  countPlaceholders,
  countPlaceholdersInHtml,
  placeholdersIn,
  placeholdersInHtml,
} from '../shared/placeholders';
import { type Result, failed, ok } from '../shared/result';
import { type ZafClient, getPaths } from './client';
import type { ComposerText } from './composer-check';
import { type ComposerFacts, composerFacts, composerPaths, readRequester } from './ticket';

export interface ComposerReading extends ComposerFacts {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
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

  // An untouched composer may answer with null.
  const draft = paths.value['comment.text'] === null ? '' : paths.value['comment.text'];
  const facts = composerFacts(paths.value);
  if (typeof draft !== 'string' || facts.channel.name === '') {
    return failed({ source: 'zendesk', kind: 'malformed', what: 'wrong-shape' });
  }
  const requester = readRequester(paths.value['ticket.requester']);
  return ok({
    ...facts,
    ticketId: idOf(paths.value['ticket.id']),
    requesterId: requester?.id,
    draft,
  });
}

export const draftOf = ({ draft, channel }: ComposerReading): ComposerText => ({
  value: draft,
  rich: channel.richText,
});

/** What the composer holds more of than before, whoever put it there. */
export function placeholdersAdded(
  before: ComposerReading,
  now: ComposerReading,
): readonly string[] {
  const { richText } = now.channel;
  const count = richText ? countPlaceholdersInHtml : countPlaceholders;
  if (count(now.draft) <= count(before.draft)) return [];
  return richText ? placeholdersInHtml(now.draft) : placeholdersIn(now.draft);
}
