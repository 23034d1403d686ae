import type { Messages } from '../i18n/messages';
import { internalNote } from '../reply/internal-note';
import { postInternalNote } from '../zendesk/note';
import type { DeskState, NotePosted } from './desk';
import type { DeskPorts } from './desk-ports';

interface Note {
  readonly html: string;
  readonly text: string;
}

const emptyNote: Note = { html: '', text: '' };

export interface NoteActions {
  compose(): Note;
  post(): Promise<NotePosted>;
}

/** What is posted is what was composed and read, even if an answer has come in meanwhile. */
export function createNoteActions(
  { client, clock, messages }: Pick<DeskPorts, 'client' | 'clock' | 'messages'>,
  getState: () => DeskState,
): NoteActions {
  let composed: { readonly note: Note; readonly ticketId: number | undefined } | undefined;

  return {
    compose() {
      const state = getState();
      if (state.kind !== 'open') return emptyNote;
      composed = { note: noteOf(state, messages), ticketId: state.ticket.id };
      return composed.note;
    },
    async post() {
      if (!composed) return { ok: false, why: 'failed' };
      const { note, ticketId } = composed;
      return postInternalNote(client, clock, ticketId, note.html);
    },
  };
}

function noteOf(state: Extract<DeskState, { kind: 'open' }>, messages: Messages): Note {
  const { investigation, selected, links } = state;
  return internalNote(investigation.diagnosis, { messages, candidate: selected, links });
}
