import type { Clock } from '../shared/clock';
import { type Result, ok } from '../shared/failure';
import { fieldsOf, flagOf, idOf, instantOf, listOf, textOf } from '../shared/json';
import type { Audience, Copy, Identity, Readers } from '../shared/reply';
import { type Paths, type ZafClient, getPaths } from './client';
import {
  colleagueWhoWroteLast,
  type Correspondence,
  correspondenceOf,
  customerWroteAt,
} from './conversation';
import { type ColorScheme, schemeOf } from './frame';

export interface Requester {
  readonly id: number;
  readonly name: string;
  readonly email: string | undefined;
  /** As Zendesk has it: `en-US`, `pt-BR`, … */
  readonly locale: string | undefined;
  /** As far as the framework has them; who reads is judged by those of the REST API. */
  readonly identities: readonly Identity[];
}

export interface Channel {
  readonly name: string;
  readonly richText: boolean;
}

/** What the app reads of the open ticket, in one bulk `get`. */
export interface Ticket {
  /** `undefined` while the ticket has not been saved. */
  readonly id: number | undefined;
  readonly requester: Requester | undefined;
  readonly subject: string;
  /** Only searched for addresses and the words of `auto_run_words`, then dropped; never shown. */
  readonly correspondence: Correspondence;
  readonly tags: readonly string[];
  readonly formId: string | undefined;
  /** Epoch ms. */
  readonly createdAt: number | undefined;
  /** When the customer last wrote: an end user's newest message, or the ticket itself. Epoch ms. */
  readonly customerWroteAt: number | undefined;
  /** The address of a colleague in copy whose message is the newest of any customer's. */
  readonly colleagueWhoWroteLast?: string | undefined;
  readonly ccs: readonly string[];
  /** Who reads a public reply, as far as the framework says: `completeReaders` asks for the rest. */
  readonly readers: Readers;
  /** The value of the custom field named in the settings. */
  readonly subscriptionEmail: string | undefined;
  readonly channel: Channel;
  readonly composer: 'publicReply' | 'internalNote' | 'other';
}

export interface Agent {
  readonly locale: string | undefined;
  readonly isAdmin: boolean;
}

export interface TicketReading {
  readonly ticket: Ticket;
  readonly agent: Agent;
  readonly colorScheme: ColorScheme;
  /** Whether anybody can see the app: its tray is open. */
  readonly visible: boolean;
}

/** `comment.useRichText` predates the Agent Workspace, which says it of the editor. */
export const composerPaths = [
  'ticket.editor.targetChannel',
  'ticket.editor.capabilities.richText',
  'comment.type',
  'comment.useRichText',
] as const;

/** What the framework says of who reads; it lacks how an address was verified, and who of the copies is staff. */
export const readerPaths = [
  'ticket.id',
  'ticket.requester',
  'ticket.collaborators',
  'ticket.organization',
  'ticket.sharedWith',
  'ticket.via',
  'ticket.editor.targetChannel',
  'comment.type',
] as const;

const ticketPaths = [
  ...readerPaths,
  'ticket.subject',
  'ticket.description',
  'ticket.conversation',
  'ticket.comments',
  'ticket.tags',
  'ticket.form.id',
  'ticket.createdAt',
  'ticket.editor.capabilities.richText',
  'comment.useRichText',
  'currentUser',
  'colorScheme',
  'visible',
  'appsTray.isVisible',
] as const;

/** One bulk `get`. What Zendesk leaves out stays unknown or empty; only a whole missing answer is a failure. */
export async function readTicket(
  client: ZafClient,
  clock: Clock,
  { subscriptionEmailField }: { readonly subscriptionEmailField: string | undefined },
): Promise<Result<TicketReading>> {
  const fieldPath =
    subscriptionEmailField && `ticket.customField:custom_field_${subscriptionEmailField}`;
  const paths = await getPaths(client, clock, [...ticketPaths, ...(fieldPath ? [fieldPath] : [])]);
  if (!paths.ok) return paths;
  const found = paths.value;
  const user = fieldsOf(found['currentUser']);
  return ok({
    ticket: { ...ticketOf(found), subscriptionEmail: textOf(found[fieldPath ?? '']) },
    agent: { locale: textOf(user['locale']), isAdmin: user['role'] === 'admin' },
    colorScheme: schemeOf(found['colorScheme']) ?? 'light',
    visible: found['visible'] !== false && found['appsTray.isVisible'] !== false,
  });
}

function ticketOf(found: Paths): Omit<Ticket, 'subscriptionEmail'> {
  const readers = readersOf(found);
  return {
    id: idOf(found['ticket.id']),
    requester: readRequester(found['ticket.requester']),
    subject: (textOf(found['ticket.subject']) ?? '').slice(0, longest.subject),
    correspondence: correspondenceOf(found),
    tags: listOf(found['ticket.tags']).flatMap((tag) => textOf(tag) ?? []),
    formId: idOf(found['ticket.form.id'])?.toString(),
    createdAt: instantOf(found['ticket.createdAt']),
    customerWroteAt: customerWroteAt(found),
    colleagueWhoWroteLast: colleagueWhoWroteLast(found),
    ccs: listOf(found['ticket.collaborators'])
      .slice(0, mostCopies)
      .flatMap((one) => personOf(one).address ?? []),
    readers,
    ...composerMode(found),
  };
}

/** The framework writes `deliverableState`, the REST API `deliverable_state`; only the latter has the method. */
export function identityOf(value: unknown): readonly Identity[] {
  const identity = fieldsOf(value);
  const type = textOf(identity['type']);
  const address = textOf(identity['value']);
  if (type === undefined || address === undefined) return [];
  return [
    {
      type,
      value: address,
      verified: flagOf(identity['verified']),
      verificationMethod: textOf(identity['verification_method']),
      primary: identity['primary'] === true,
      deliverableState:
        textOf(identity['deliverableState']) ?? textOf(identity['deliverable_state']),
    },
  ];
}

/** Characters. Somebody else chooses both; no reader needs more of them. */
const longest = { name: 400, subject: 1_000 };
/** A page of the REST API holds no more either. */
const mostIdentities = 100;

export const nameOf = (value: unknown): string | undefined => textOf(value)?.slice(0, longest.name);

export function readRequester(value: unknown): Requester | undefined {
  const user = fieldsOf(value);
  const id = idOf(user['id']);
  if (id === undefined) return undefined;
  return {
    id,
    name: nameOf(user['name']) ?? '',
    email: textOf(user['email']),
    locale: textOf(user['locale']),
    identities: listOf(user['identities']).slice(0, mostIdentities).flatMap(identityOf),
  };
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;

/** From `readerPaths`. The identities are not known yet, nor who of the copies is staff. */
export function readersOf(found: Paths): Readers {
  const ticketId = idOf(found['ticket.id']);
  const requester = readRequester(found['ticket.requester']);
  const collaborators = found['ticket.collaborators'];
  // A number that cannot be read is one of a saved ticket all the same.
  const isOdd = ticketId === undefined && isSaid(found['ticket.id']);
  const isReadable = !isOdd && Array.isArray(collaborators) && collaborators.length <= mostCopies;
  const people = isReadable ? collaborators.map(personOf) : undefined;
  return {
    ticketId,
    requester: requester && { id: requester.id, address: requester.email },
    savedRequester: undefined,
    identities: undefined,
    // Somebody without number and address could be anybody, and somebody else the next time.
    copies: people?.every(({ id, address }) => id !== undefined || address !== undefined)
      ? people.map((one) => ({ ...one, isStaff: false }))
      : undefined,
    audiences: isOdd ? undefined : audiencesOf(found, ticketId !== undefined),
    channel: replyChannel(found),
  };
}

/** Zendesk takes 48 people in copy and some followers. Whoever they all are, a longer list is not known. */
export const mostCopies = 200;

export function personOf(value: unknown): Omit<Copy, 'isStaff'> {
  const user = fieldsOf(value);
  return { id: idOf(user['id']), name: nameOf(user['name']), address: textOf(user['email']) };
}

/**
 * Of a saved ticket the REST API says what the framework leaves out. Of one that is not saved yet nobody else says
 * with whom it is shared, nor which organization was chosen.
 */
function audiencesOf(found: Paths, isSaved: boolean): readonly Audience[] | undefined {
  const organisations = audiencesAt('organisation', found['ticket.organization'], isSaved);
  const partners = audiencesAt('partner', found['ticket.sharedWith'], isSaved);
  return organisations && partners && [...organisations, ...partners];
}

/** `undefined` where one cannot be told from another, or where nothing was said that had to be. */
export function audiencesAt(
  kind: Audience['kind'],
  value: unknown,
  isSaved: boolean,
): readonly Audience[] | undefined {
  if (value === null) return [];
  const saysNothing =
    value === undefined ||
    (typeof value === 'object' && Object.values(value).every((one) => !isSaid(one) || one === ''));
  if (saysNothing && !Array.isArray(value)) return isSaved ? [] : undefined;

  const rows = (Array.isArray(value) ? value : [value]).map(fieldsOf);
  const audiences = rows.flatMap((row) => {
    const id = idOf(row['id']);
    if (id === undefined) return [undefined];
    const reads = kind === 'partner' || flagOf(row['sharedTickets']);
    return reads === false ? [] : [{ kind, id, name: nameOf(row['name']), reads }];
  });
  return audiences.every((one) => one !== undefined) ? audiences : undefined;
}

/**
 * Where a public reply goes. While an internal note is being written, and in the composer of old, the editor
 * does not say: then it is the channel that the ticket came by. What says of itself only half is not known.
 */
function replyChannel(found: Paths): string | undefined {
  const type = textOf(found['comment.type']);
  if (type === undefined && isSaid(found['comment.type'])) return undefined;
  // `facebookWallReply`, `twitterReply`, …: whatever the editor says, and whatever it may be called.
  const isUsual = type === undefined || type === 'publicReply' || type === 'internalNote';
  if (!isUsual) return `comment (${type})`;
  const via = channelOf(found['ticket.via']);
  if (via === sideConversation) return via;
  const channel = fieldsOf(found['ticket.editor.targetChannel']);
  const target = textOf(channel['name']);
  if (target === undefined && isSaid(found['ticket.editor.targetChannel'])) return undefined;
  if (via === undefined && isSaid(found['ticket.via'])) return undefined;
  // A session is a chat, whatever it is called; so is what may be one.
  const isSession = [channel['sessionBased'], channel['sessionActive']].some(
    (value) => isSaid(value) && value !== false,
  );
  if (isSession) return `chat (${target ?? ''})`;
  if (target !== undefined && target !== 'internal') return target;
  return target === undefined && type === undefined ? undefined : via;
}

/** Replies to a ticket that was opened from a side conversation go back into it, to whoever takes part. */
export const sideConversation = 'side_conversation';

/** By which channel a ticket came, of its `via`. */
export function channelOf(via: unknown): string | undefined {
  const name = textOf(fieldsOf(via)['channel']);
  return name !== undefined && /side[\W_]{0,3}conversation/i.test(name) ? sideConversation : name;
}

export type ComposerMode = Pick<Ticket, 'channel' | 'composer'>;

/** Text that cannot be shown to be rich is written plain: plain arrives everywhere. */
export function composerMode(paths: Paths): ComposerMode {
  const type = textOf(paths['comment.type']);
  const channel: Channel = {
    name: textOf(fieldsOf(paths['ticket.editor.targetChannel'])['name']) ?? type ?? '',
    richText:
      flagOf(paths['ticket.editor.capabilities.richText']) ??
      flagOf(paths['comment.useRichText']) ??
      false,
  };
  return { channel, composer: kindOf(type, channel.name) };
}

function kindOf(type: string | undefined, channel: string): ComposerMode['composer'] {
  if (type === 'internalNote' || channel === 'internal') return 'internalNote';
  return type === 'publicReply' ? 'publicReply' : 'other';
}
