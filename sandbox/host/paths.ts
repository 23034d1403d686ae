import type { UserSeed } from '../scenarios/scenario';
import type { TicketView, Workspace } from '../wire';
import type { Composer } from './composer';
import type { Session } from './session';

/** What a sidebar app can read of one ticket's tab. */
export interface World {
  readonly session: Session;
  readonly ticket: TicketView;
  readonly composer: Pick<Composer, 'type' | 'isRich' | 'channel' | 'text'>;
  /** The app is unfolded and its tray open. */
  readonly visible: boolean;
}

/** Zendesk's real name for it is not documented. */
export class PathError extends Error {
  override readonly name = 'APIUnavailableError';
}

/** `client.get` of one path. Throws for a path that does not exist; what is empty is null. */
export function readPath(path: string, world: World): unknown {
  const [head = '', argument] = path.split(/:(.*)/s);
  switch (argument === undefined ? '' : head) {
    case 'requirement':
      return requirement(argument ?? '', world.session.workspace, world.ticket);
    case 'ticket.customField':
      return null;
  }
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      tree(world),
    );
  if (found === undefined) throw new PathError('is not available in this location');
  return found;
}

function requirement(identifier: string, { macros }: Workspace, ticket: TicketView): unknown {
  const macro = macros.find((known) => known.identifier === identifier);
  if (!macro || ['not-installed', 'by-title'].includes(ticket.macros)) return null;
  return { identifier, requirement_id: macro.id, requirement_type: 'macros' };
}

function tree({ session, ticket, composer, visible }: World): Record<string, unknown> {
  const { account, group, macros, switches } = session.workspace;
  const { scheme, trayOpen } = session.view();
  const comment = {
    text: composer.text() === '' && switches.quirks.emptyDraft === 'null' ? null : composer.text(),
    type: composer.type(),
    useRichText: composer.isRich(),
    attachments: [],
  };
  const targetChannel = {
    name: composer.channel(),
    sessionBased: ticket.channel === 'native_messaging',
    sessionActive: ticket.channel === 'native_messaging',
  };
  const agent = session.agent();
  return {
    ticket: {
      ...ticketObject(ticket),
      comment,
      editor: { targetChannel, capabilities: { richText: composer.isRich() } },
      assignee: { user: { id: agent.id, name: agent.name }, group },
    },
    comment,
    channel: { name: ticket.channel },
    currentUser: { ...userObject(agent, agent.role), groups: [group] },
    currentAccount: { ...account, timeZone: { name: 'UTC' } },
    macros: macros.map(({ id, title }) => ({ id, title, availability_type: 'everyone' })),
    colorScheme: scheme,
    visible,
    appsTray: { isVisible: trayOpen },
  };
}

function ticketObject(ticket: TicketView): Record<string, unknown> {
  const { number, comments } = ticket;
  return {
    id: number ?? null,
    isNew: number === undefined,
    subject: ticket.subject,
    description: comments[0]?.html ?? '',
    status: ticket.status,
    priority: 'normal',
    type: 'question',
    tags: ticket.tags,
    form: { id: 360_000_100 },
    brand: { id: 1, name: 'Sandbox' },
    createdAt: number === undefined ? null : ticket.createdAt,
    updatedAt: number === undefined ? null : ticket.updatedAt,
    requester: userObject(ticket.requester, 'end-user'),
    collaborators: ticket.ccs.map((user) => userObject(user, user.role ?? 'end-user')),
    organization: ticket.organisation ?? null,
    sharedWith: null,
    externalId: null,
    via: { channel: ticket.channel, source: {} },
    comments: comments.map(({ id, html, author }) => ({
      id,
      value: html,
      author,
      via: { channel: ticket.channel },
      imageAttachments: [],
      nonImageAttachments: [],
    })),
    conversation: comments.map(({ html, author, createdAt, public: isPublic }) => ({
      attachments: [],
      author: { ...author, avatar: '' },
      channel: { name: isPublic ? ticket.channel : 'internal' },
      message: { content: html, contentType: 'text/html' },
      timestamp: createdAt,
    })),
  };
}

export function userObject(user: UserSeed, role: string): Record<string, unknown> {
  const { id, name, email, locale, identities } = user;
  return {
    id,
    name,
    email,
    role,
    locale,
    externalId: null,
    avatarUrl: '',
    tags: [],
    organizations: [],
    timeZone: { name: 'UTC' },
    identities: identities.map((identity, index) => ({
      id: id * 10 + index,
      userId: id,
      undeliverableCount: identity.deliverableState === 'undeliverable' ? 3 : 0,
      deliverableState: 'deliverable',
      // The framework does not say by which method.
      ...{ ...identity, verificationMethod: undefined },
    })),
  };
}
