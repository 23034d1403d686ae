import type { Clock } from '../lib/clock';
import { pickLanguage, type Language } from '../lib/locale';
import { bundledReply } from '../reply/bundled-reply';
import { joinReplies } from '../reply/join-replies';
import type { LoadReplies } from '../reply/load-replies';
import type { ReplyText } from '../reply/reply';
import { replyFromMacro } from '../reply/reply-from-macro';
import type { ZafClient } from '../zendesk/client';
import { createMacros, type NoMacro } from '../zendesk/macros';
import type { Settings } from '../zendesk/settings';
import type { TicketFacts } from '../zendesk/ticket-facts';
import type { FindWords } from './reply-shelf';

export interface Words {
  find(ticket: TicketFacts, macroIds: Settings['macroIds']): FindWords;
  /** In the words that are on the screen. */
  join(first: ReplyText, others: readonly ReplyText[]): Promise<ReplyText>;
}

/** The macro as the admin wrote it; where there is none, or another language is asked for, our own text. */
export function createWords(client: ZafClient, clock: Clock, loadReplies: LoadReplies): Words {
  const macros = createMacros(client, clock);

  return {
    find: (ticket, macroIds) => async (name, language) => {
      const requesterName = ticket.requester?.name ?? '';
      const bundled = async (into: Language, why: 'language' | NoMacro['kind']) =>
        bundledReply(await loadReplies(into), { name, language: into, why, requesterName });

      if (language) return bundled(language, 'language');
      const macro = await macros.find(name, macroIds, ticket.id);
      return macro.kind === 'found'
        ? replyFromMacro(name, macro, requesterName)
        : bundled(pickLanguage(ticket.requester?.locale), macro.kind);
    },
    async join(first, others) {
      const language = languageOf([first, ...others]);
      const also = language && (await loadReplies(language)).also;
      return joinReplies(first, others, also);
    },
  };
}

/** The one language that all of our own texts are in; a macro's is not known. */
function languageOf(replies: readonly ReplyText[]): Language | undefined {
  const languages = new Set(
    replies.map(({ origin }) => (origin.kind === 'bundled' ? origin.language : undefined)),
  );
  return languages.size === 1 ? [...languages][0] : undefined;
}
