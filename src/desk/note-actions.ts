import type { Messages } from '../i18n/messages';
import { internalNote } from '../reply/internal-note';
import { postInternalNote } from '../zendesk/note';
import type { DeskState, NotePosted } from './desk';
import type { DeskPorts } from './desk-ports';

interface Note {
  readonly html: string;
  readonly text: string;
}

/** The findings as they stand on the screen this very moment. */
export function composeNote(state: DeskState, messages: Messages): Note {
  if (state.kind !== 'open') return { html: '', text: '' };
  const { investigation, selected, links } = state;
  return internalNote(investigation.diagnosis, { messages, candidate: selected, links });
}

export async function postNote(
  state: DeskState,
  { client, clock, messages }: DeskPorts,
): Promise<NotePosted> {
  if (state.kind !== 'open' || state.ticket.id === undefined) {
    return { ok: false, why: 'unsaved-ticket' };
  }
  return postInternalNote(client, clock, state.ticket.id, composeNote(state, messages).html);
}
