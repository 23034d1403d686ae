import { type Clock, latestOf, sleep } from '../shared/clock';
import { type Failure, type Result, failed, ok } from '../shared/failure';
import { htmlToText, parseHtml } from '../shared/html';
import { fieldsOf, idOf, instantOf, type Json, listOf, textOf } from '../shared/json';
import { defuse } from '../shared/placeholders';
import { type ZafClient, getPaths } from './client';
import { glyphsOfHtml } from './composer-text';
import { beginning, customers, isInternal, mostNotes } from './conversation';
import { idsIn } from './find-reply-readers';
import { askZendesk } from './http-answer';
import { audiencesAt, readRequester } from './ticket';

/** What the engineer is asked before it is posted; `asks`: what a press does then. */
export type NoteQuestion = { readonly ok: false } &
  /** At `at`, epoch ms. */
  (
    | { readonly asks: 'again'; readonly why: 'already-posted'; readonly at: number }
    /** Its notes are read in another Zendesk, or may be. */
    | { readonly asks: 'anyway'; readonly why: Sharing }
  );

type Sharing = 'shared-ticket' | 'sharing-unknown';

export type NoteResult =
  | { readonly ok: true }
  | NoteQuestion
  | {
      readonly ok: false;
      readonly why:
        | 'unsaved-ticket'
        | 'ticket-changed'
        | 'requester-changed'
        | 'another-requester'
        | 'not-read-back'
        /** Zendesk did not say whose ticket it is by now, nor who reads its notes. */
        | 'unread'
        | 'failed';
      readonly failure?: Failure;
    };

/** The questions that the engineer has answered with a press. */
export type Told = readonly NoteQuestion['why'][];

interface Note {
  readonly html: string;
  /** Whom the findings are about. */
  readonly about: {
    readonly ticketId: number | undefined;
    readonly requesterId: number | undefined;
    readonly address: string;
  };
  /** What the engineer has been asked, and posts it all the same. */
  readonly told: Told;
}

const readBackAfterMs = [0, 1000] as const;

/**
 * Posts a private comment through the ticket API, which leaves the composer and its draft alone, and reads it
 * back. Never repeated: a second try after silence could post it twice. Where the ticket's conversation shows an earlier
 * one, of this engineer before a reload or of a colleague, or the ticket is shared with another Zendesk, the engineer is
 * asked first.
 */
export async function postInternalNote(
  client: ZafClient,
  clock: Clock,
  { html, about: { ticketId, requesterId, address }, told }: Note,
): Promise<NoteResult> {
  if (ticketId === undefined) return { ok: false, why: 'unsaved-ticket' };
  const paths = await getPaths(client, clock, [
    'ticket.id',
    'ticket.requester',
    'ticket.conversation',
    'ticket.sharedWith',
  ]);
  if (!paths.ok) return { ok: false, why: 'unread', failure: paths.failure };
  if (idOf(paths.value['ticket.id']) !== ticketId) return { ok: false, why: 'ticket-changed' };
  if (readRequester(paths.value['ticket.requester'])?.id !== requesterId) {
    return { ok: false, why: 'requester-changed' };
  }
  const at = earlierNoteAt(paths.value['ticket.conversation'], address);
  if (at !== undefined && !told.includes('already-posted')) {
    return { ok: false, asks: 'again', why: 'already-posted', at };
  }
  const saved = await readSaved(client, clock, ticketId);
  if (!saved.ok) return { ok: false, why: 'unread', failure: saved.failure };
  if (saved.value.requesterId !== requesterId) return { ok: false, why: 'another-requester' };
  const sharing = sharingOf(saved.value.partners, paths.value['ticket.sharedWith']);
  if (sharing && !told.includes(sharing)) return { ok: false, asks: 'anyway', why: sharing };

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

/** How a note of this app begins, whichever language its author works in. */
export const noteTitles = [
  'Sign-in check: ',
  'Anmeldeprüfung: ',
  'Comprobación de acceso: ',
  'Diagnostic de connexion\u00A0: ',
  'サインイン確認：',
  'Verificação de acesso: ',
] as const;

/**
 * When the newest internal note of this app about the address was posted, epoch ms. Only what staff wrote internally
 * counts: whoever writes to the ticket can quote the first line. `undefined`: none was seen, which does not mean none.
 */
export function earlierNoteAt(conversation: unknown, address: string): number | undefined {
  const titles = noteTitles.map((title) => lettersOf(title + address));
  return latestOf(
    listOf(conversation)
      .map(fieldsOf)
      .filter((one) => isInternal(one) && isByStaff(one))
      .slice(-mostNotes)
      .filter(({ message }) => titles.includes(firstLineOf(fieldsOf(message))))
      .flatMap(({ timestamp }) => instantOf(timestamp) ?? []),
  );
}

function isByStaff({ author }: Json): boolean {
  const role = textOf(fieldsOf(author)['role']);
  return role !== undefined && !customers.includes(role);
}

function firstLineOf({ content }: Json): string {
  const [line = ''] = htmlToText((textOf(content) ?? '').slice(0, beginning), {
    links: false,
  }).split('\n', 1);
  return lettersOf(line);
}

const lettersOf = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** Somebody may have changed and saved it on another screen, and the page still shows the one before. */
async function readSaved(
  client: ZafClient,
  clock: Clock,
  ticketId: number,
): Promise<Result<{ readonly requesterId: number; readonly partners: unknown }>> {
  const path = `/api/v2/tickets/${ticketId}.json`;
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  if (!answer.ok) return answer;
  const ticket = fieldsOf(fieldsOf(answer.value)['ticket']);
  const requesterId = idOf(ticket['requester_id']);
  return idOf(ticket['id']) === ticketId && requesterId !== undefined
    ? ok({ requesterId, partners: ticket['sharing_agreement_ids'] })
    : failed({ source: 'zendesk', kind: 'malformed', what: 'wrong-shape' });
}

/** Zendesk hands internal notes on with a ticket that is shared with another Zendesk; not to know it is no "no". */
function sharingOf(saved: unknown, onPage: unknown): Sharing | undefined {
  const known = [idsIn(saved), audiencesAt('partner', onPage, true)];
  if (known.some((partners) => partners && partners.length > 0)) return 'shared-ticket';
  return known.includes(undefined) ? 'sharing-unknown' : undefined;
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
