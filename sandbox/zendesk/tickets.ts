import type { Scenario, UserSeed } from '../scenarios/scenario';
import type { CommentView, TicketView } from '../wire';
import { escapeHtml } from './escape-html';

/** The tickets as Zendesk keeps them: what is in the composer is not among it. */
export interface Tickets {
  all(): readonly TicketView[];
  byKey(key: string): TicketView | undefined;
  byNumber(number: number): TicketView | undefined;
  /** Saves a comment, and the ticket if it was new. */
  comment(key: string, comment: Pick<CommentView, 'html' | 'public'>): TicketView | undefined;
  update(key: string, change: Partial<Pick<TicketView, 'tags' | 'status' | 'requester'>>): void;
}

export function createTickets(
  scenarios: readonly Scenario[],
  agent: UserSeed,
  settingsOf: (scenario: Scenario) => TicketView['settings'],
  now: () => number,
): Tickets {
  let tickets = scenarios.map((scenario) => ticketView(scenario, agent, settingsOf(scenario)));
  let lastComment = 900_000;

  const byKey = (key: string) => tickets.find((ticket) => ticket.key === key);

  function update(key: string, change: Partial<TicketView>): void {
    tickets = tickets.map((ticket) =>
      ticket.key === key
        ? { ...ticket, ...change, updatedAt: new Date(now()).toISOString() }
        : ticket,
    );
  }

  return {
    all: () => tickets,
    byKey,
    byNumber: (number) => tickets.find((ticket) => ticket.number === number),
    comment(key, { html, public: isPublic }) {
      const ticket = byKey(key);
      if (!ticket) return undefined;
      const comment: CommentView = {
        id: (lastComment += 1),
        public: isPublic,
        html,
        author: { id: agent.id, name: agent.name, role: 'agent' },
        createdAt: new Date(now()).toISOString(),
      };
      update(key, {
        comments: [...ticket.comments, comment],
        ...(ticket.number === undefined ? { createdAt: comment.createdAt } : {}),
        number: ticket.number ?? 49_000 + scenarios.findIndex(({ id }) => id === key),
      });
      return byKey(key);
    },
    update,
  };
}

function ticketView(
  { id, shows, ticket, macros }: Scenario,
  agent: UserSeed,
  settings: TicketView['settings'],
): TicketView {
  const { number, subject, requester, conversation, tags, createdAt } = ticket;
  const { channel, plainText, ccs, organisation, draft } = ticket;
  const last = conversation.at(-1)?.at ?? createdAt;
  return {
    key: id,
    shows,
    number,
    subject,
    status: number === undefined ? 'new' : 'open',
    tags,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(last).toISOString(),
    requester,
    ccs,
    organisation,
    channel,
    plainText,
    comments: conversation.map((message, index) => {
      const author = message.from === 'agent' ? agent : requester;
      return {
        id: (number ?? 0) * 100 + index,
        public: message.public,
        html: `<p>${escapeHtml(message.text)}</p>`,
        author: {
          id: author.id,
          name: author.name,
          role: message.from === 'agent' ? 'agent' : 'end-user',
        },
        createdAt: new Date(message.at).toISOString(),
      };
    }),
    draft,
    settings,
    macros,
  };
}
