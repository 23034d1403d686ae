import { bundledReply } from '../replies/bundled-reply';
import { type LoadReplies, loadReplies } from '../replies/catalogue';
import { internalNote, noteOfText } from '../replies/internal-note';
import { joinReplies } from '../replies/join';
import { replyFromMacro } from '../replies/macro-reply';
import type { ReplyText } from '../replies/reply';
import type { Clock } from '../shared/clock';
import { type Language, pickLanguage } from '../shared/language';
import type { ReplyName } from '../shared/reply-name';
import type { Messages } from '../wording/messages';
import type { ZafClient } from '../zendesk/client';
import { type Composer, createComposer } from '../zendesk/composer';
import { postInternalNote } from '../zendesk/internal-note';
import { type NoMacro, createMacros } from '../zendesk/macros';
import type { Settings } from '../zendesk/settings';
import type { TicketFacts } from '../zendesk/ticket';
import type { About } from './events';
import type { ComposedNote, DeskState, NotePosted } from './state';

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

export interface Notes {
  compose(state: DeskState): ComposedNote | undefined;
  /** The engineer's own text of a note, as markup. */
  ofText(text: string): string;
  post(about: Pick<About, 'ticketId'>, html: string): Promise<NotePosted>;
}

function createNotes(client: ZafClient, clock: Clock, messages: Messages): Notes {
  return {
    compose(state) {
      if (state.kind !== 'open') return undefined;
      const { investigation, selected, links } = state;
      return internalNote(investigation.diagnosis, { messages, candidate: selected, links });
    },
    ofText: noteOfText,
    post: ({ ticketId }, html) => postInternalNote(client, clock, ticketId, html),
  };
}

/** Finds the text of one reply; `language` is set when the engineer picked one over the macro. */
type FindText = (name: ReplyName, language: Language | undefined) => Promise<ReplyText>;

export interface Words {
  find(ticket: TicketFacts, macroIds: Settings['macroIds']): FindText;
  /** In the words that are on the screen. */
  join(first: ReplyText, others: readonly ReplyText[]): Promise<ReplyText>;
}

/** The macro as the admin wrote it; where there is none, or another language is asked for, our own text. */
function createWords(client: ZafClient, clock: Clock, loadReplies: LoadReplies): Words {
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
