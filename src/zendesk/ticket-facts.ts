import type { Clock } from '../lib/clock';
import { ok, type Result } from '../lib/result';
import { getPaths, type Paths, type ZafClient } from './client';
import { schemeOf, type ColorScheme } from './color-scheme';
import { composerFacts, composerPaths } from './composer-facts';
import { withIdentities } from './identities';
import { customerWroteAt } from './customer-wrote-at';
import { fieldsOf, idOf, instantOf, listOf, textOf } from './read-value';
import { readRequester } from './requester';
import { ticketText } from './ticket-text';

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
    ccs: listOf(found['ticket.collaborators']).flatMap(
      (user) => textOf(fieldsOf(user)['email']) ?? [],
    ),
    ...composerFacts(found),
  };
}
