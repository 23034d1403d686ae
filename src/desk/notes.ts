import type { Messages } from '../i18n/messages';
import type { Clock } from '../lib/clock';
import { internalNote } from '../reply/internal-note';
import type { ZafClient } from '../zendesk/client';
import { postInternalNote } from '../zendesk/note';
import type { ComposedNote, DeskState, NotePosted } from './desk';

export interface Notes {
  compose(state: DeskState): ComposedNote | undefined;
  post(): Promise<NotePosted>;
}

/** What is posted is what was composed and read, even if an answer has come in meanwhile. */
export function createNotes(client: ZafClient, clock: Clock, messages: Messages): Notes {
  let composed: { readonly note: ComposedNote; readonly ticketId: number | undefined } | undefined;

  return {
    compose(state) {
      if (state.kind !== 'open') return undefined;
      const { investigation, selected, links, ticket } = state;
      const note = internalNote(investigation.diagnosis, { messages, candidate: selected, links });
      composed = { note, ticketId: ticket.id };
      return note;
    },
    async post() {
      if (!composed) return { ok: false, why: 'failed' };
      return postInternalNote(client, clock, composed.ticketId, composed.note.html);
    },
  };
}
