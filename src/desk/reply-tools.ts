import type { Messages } from '../i18n/messages';
import type { Clock } from '../lib/clock';
import { loadReplies } from '../reply/load-replies';
import type { ZafClient } from '../zendesk/client';
import { createComposer, type Composer } from '../zendesk/composer';
import { createNotes, type Notes } from './notes';
import { createWords, type Words } from './find-words';

/** What is needed once there is something to say to the customer: words, composer, note. */
export interface ReplyTools {
  readonly words: Words;
  readonly composer: Composer;
  readonly notes: Notes;
}

/** In a chunk of its own, fetched while the lookups run: no verdict waits for it. */
export function createReplyTools(client: ZafClient, clock: Clock, messages: Messages): ReplyTools {
  return {
    words: createWords(client, clock, loadReplies),
    composer: createComposer(client, clock),
    notes: createNotes(client, clock, messages),
  };
}
