import { type Clock, sleep } from '../shared/clock';
import { type Failure, type Result, failed, ok } from '../shared/failure';
import { parseHtml } from '../shared/html';
import { fieldsOf, idOf, listOf, textOf } from '../shared/json';
import { defuse } from '../shared/placeholders';
import { type ZafClient, getPaths } from './client';
import { glyphsOfHtml } from './composer-text';
import { askZendesk } from './http-answer';
import { readRequester } from './ticket';

export type NoteResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why:
        | 'unsaved-ticket'
        | 'ticket-changed'
        | 'requester-changed'
        | 'another-requester'
        | 'not-read-back'
        | 'failed';
      readonly failure?: Failure;
    };

/** Whom the findings are about. */
interface NoteAbout {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
}

const readBackAfterMs = [0, 1000] as const;

/**
 * Posts a private comment through the ticket API, which leaves the composer and its draft alone, and reads it
 * back. Never repeated: a second try after silence could post it twice.
 */
export async function postInternalNote(
  client: ZafClient,
  clock: Clock,
  { ticketId, requesterId }: NoteAbout,
  html: string,
): Promise<NoteResult> {
  if (ticketId === undefined) return { ok: false, why: 'unsaved-ticket' };
  const paths = await getPaths(client, clock, ['ticket.id', 'ticket.requester']);
  if (!paths.ok) return { ok: false, why: 'failed', failure: paths.failure };
  if (idOf(paths.value['ticket.id']) !== ticketId) return { ok: false, why: 'ticket-changed' };
  if (readRequester(paths.value['ticket.requester'])?.id !== requesterId) {
    return { ok: false, why: 'requester-changed' };
  }
  const saved = await readSavedRequester(client, clock, ticketId);
  if (!saved.ok) return { ok: false, why: 'failed', failure: saved.failure };
  if (saved.value !== requesterId) return { ok: false, why: 'another-requester' };

  // What customers and mail servers wrote stands in it: nothing there is for Zendesk to fill in.
  const note = defuse(parseHtml(html).innerHTML);
  const posted = await askZendesk(client, clock, {
    method: 'PUT',
    path: `/api/v2/tickets/${ticketId}.json`,
    body: { ticket: { comment: { html_body: note, public: false } } },
  });
  // Silence may mean that it was posted all the same; a refusal means that it was not.
  if (!posted.ok && posted.failure.kind !== 'timeout') {
    return { ok: false, why: 'failed', failure: posted.failure };
  }
  if (await isThere(client, clock, ticketId, note)) return { ok: true };
  return posted.ok
    ? { ok: false, why: 'not-read-back' }
    : { ok: false, why: 'failed', failure: posted.failure };
}

/** Somebody may have changed and saved it on another screen, and the page still shows the one before. */
async function readSavedRequester(
  client: ZafClient,
  clock: Clock,
  ticketId: number,
): Promise<Result<number>> {
  const path = `/api/v2/tickets/${ticketId}.json`;
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  if (!answer.ok) return answer;
  const ticket = fieldsOf(fieldsOf(answer.value)['ticket']);
  const requester = idOf(ticket['requester_id']);
  return idOf(ticket['id']) === ticketId && requester !== undefined
    ? ok(requester)
    : failed({ source: 'zendesk', kind: 'malformed', what: 'wrong-shape' });
}

async function isThere(
  client: ZafClient,
  clock: Clock,
  ticketId: number,
  html: string,
): Promise<boolean> {
  const path = `/api/v2/tickets/${ticketId}/comments.json?sort_order=desc&per_page=10`;
  for (const wait of readBackAfterMs) {
    if (wait > 0) await sleep(clock, wait);
    // Whatever is thrown here, the note has been posted by now.
    if (await hasIt().catch(() => false)) return true;
  }
  return false;

  async function hasIt(): Promise<boolean> {
    const answer = await askZendesk(client, clock, { method: 'GET', path });
    const comments = answer.ok ? listOf(fieldsOf(answer.value)['comments']).map(fieldsOf) : [];
    return comments.some(
      (comment) =>
        comment['public'] === false &&
        wordsOf(textOf(comment['html_body']) ?? '') === wordsOf(html),
    );
  }
}

/** Zendesk rewrites the markup it stores; the words stay. */
const wordsOf = (html: string): string =>
  glyphsOfHtml(html)
    .map(({ char }) => char)
    .join('');
