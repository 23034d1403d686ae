import type { Clock } from '../shared/clock';
import { fieldsOf, flagOf, idOf, instantOf, listOf, textOf } from '../shared/json';
import { type Result, ok } from '../shared/result';
import { type Paths, type ZafClient, getPaths } from './client';
import { colleagueWhoWroteLast, customerWroteAt, ticketText } from './conversation';
import { type ColorScheme, schemeOf } from './frame';
import { askZendesk } from './rest-api';

export interface RequesterIdentity {
  readonly type: string;
  readonly value: string;
  /** `undefined`: Zendesk did not say. */
  readonly verified: boolean | undefined;
  readonly primary: boolean;
  readonly deliverableState: string | undefined;
}

export interface Requester {
  readonly id: number;
  readonly name: string;
  readonly email: string | undefined;
  /** As Zendesk has it: `en-US`, `pt-BR`, … */
  readonly locale: string | undefined;
  readonly identities: readonly RequesterIdentity[];
}

export interface Channel {
  readonly name: string;
  readonly richText: boolean;
}

/** What the app reads of the open ticket, in one bulk `get`. */
export interface TicketFacts {
  /** `undefined` while the ticket has not been saved. */
  readonly id: number | undefined;
  readonly requester: Requester | undefined;
  readonly subject: string;
  /** Description and public comments, as plain text. Only searched for addresses, never kept or shown. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly formId: string | undefined;
  /** Epoch ms. */
  readonly createdAt: number | undefined;
  /** When the customer last wrote: an end user's newest message, or the ticket itself. Epoch ms. */
  readonly customerWroteAt: number | undefined;
  /** The address of a colleague in copy whose message is the newest of any customer's. */
  readonly colleagueWhoWroteLast?: string | undefined;
  readonly ccs: readonly string[];
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
  readonly ticket: TicketFacts;
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

const ticketPaths = [
  'ticket.id',
  'ticket.requester',
  'ticket.subject',
  'ticket.description',
  'ticket.conversation',
  'ticket.comments',
  'ticket.tags',
  'ticket.form.id',
  'ticket.createdAt',
  'ticket.collaborators',
  ...composerPaths,
  'currentUser',
  'colorScheme',
  'visible',
  'appsTray.isVisible',
] as const;

/** One bulk `get`, as a rule. What Zendesk leaves out stays unknown or empty; only a whole missing answer is a failure. */
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
  const ticket = ticketFacts(found);
  const user = fieldsOf(found['currentUser']);
  return ok({
    ticket: {
      ...ticket,
      requester: ticket.requester && (await withIdentities(client, clock, ticket.requester)),
      subscriptionEmail: textOf(found[fieldPath ?? '']),
    },
    agent: { locale: textOf(user['locale']), isAdmin: user['role'] === 'admin' },
    colorScheme: schemeOf(found['colorScheme']) ?? 'light',
    visible: found['visible'] !== false && found['appsTray.isVisible'] !== false,
  });
}

function ticketFacts(found: Paths): Omit<TicketFacts, 'subscriptionEmail'> {
  return {
    id: idOf(found['ticket.id']),
    requester: readRequester(found['ticket.requester']),
    subject: textOf(found['ticket.subject']) ?? '',
    text: ticketText(found),
    tags: listOf(found['ticket.tags']).flatMap((tag) => textOf(tag) ?? []),
    formId: idOf(found['ticket.form.id'])?.toString(),
    createdAt: instantOf(found['ticket.createdAt']),
    customerWroteAt: customerWroteAt(found),
    colleagueWhoWroteLast: colleagueWhoWroteLast(found),
    ccs: listOf(found['ticket.collaborators']).flatMap(
      (user) => textOf(fieldsOf(user)['email']) ?? [],
    ),
    ...composerFacts(found),
  };
}

/** The framework writes `deliverableState`, the REST API `deliverable_state`. */
function readIdentity(value: unknown): readonly RequesterIdentity[] {
  const identity = fieldsOf(value);
  const type = textOf(identity['type']);
  const address = textOf(identity['value']);
  if (type === undefined || address === undefined) return [];
  return [
    {
      type,
      value: address,
      verified: flagOf(identity['verified']),
      primary: identity['primary'] === true,
      deliverableState:
        textOf(identity['deliverableState']) ?? textOf(identity['deliverable_state']),
    },
  ];
}

export function readRequester(value: unknown): Requester | undefined {
  const user = fieldsOf(value);
  const id = idOf(user['id']);
  if (id === undefined) return undefined;
  return {
    id,
    name: textOf(user['name']) ?? '',
    email: textOf(user['email']),
    locale: textOf(user['locale']),
    identities: listOf(user['identities']).flatMap(readIdentity),
  };
}

/**
 * Zendesk does not promise that the requester in the sidebar comes with every identity. Without one that holds
 * her address nothing could be said to be her own, so they are asked for; without an answer it stays unsaid.
 */
async function withIdentities(
  client: ZafClient,
  clock: Clock,
  requester: Requester,
): Promise<Requester> {
  const { id, email, identities } = requester;
  if (email === undefined || identities.some(({ type }) => type === 'email')) return requester;

  const path = `/api/v2/users/${id}/identities.json`;
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  if (!answer.ok) return requester;
  return {
    ...requester,
    identities: listOf(fieldsOf(answer.value)['identities']).flatMap(readIdentity),
  };
}

export type ComposerFacts = Pick<TicketFacts, 'channel' | 'composer'>;

/** Text that cannot be shown to be rich is written plain: plain arrives everywhere. */
export function composerFacts(paths: Paths): ComposerFacts {
  const type = textOf(paths['comment.type']);
  const channel: Channel = {
    name: textOf(fieldsOf(paths['ticket.editor.targetChannel'])['name']) ?? type ?? '',
    richText:
      flagOf(paths['ticket.editor.capabilities.richText']) ??
      flagOf(paths['comment.useRichText']) ??
      false,
  };
  return { channel, composer: composerOf(type, channel.name) };
}

function composerOf(type: string | undefined, channel: string): ComposerFacts['composer'] {
  if (type === 'internalNote' || channel === 'internal') return 'internalNote';
  return type === 'publicReply' ? 'publicReply' : 'other';
}
