import { escape } from 'es-toolkit/string';
import type { Scenario, UserSeed } from '../scenarios/scenario';
import type { CommentView, TicketView } from '../wire';

export type Tickets = ReturnType<typeof createTickets>;

/** The tickets as Zendesk keeps them: what is in the composer is not among it. */
export function createTickets(
  scenarios: readonly Scenario[],
  agent: UserSeed,
  settingsOf: (scenario: Scenario) => TicketView['settings'],
  now: () => number,
) {
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
    byNumber: (number: number) => tickets.find((ticket) => ticket.number === number),
    /** Saves a comment, and the ticket if it was new. */
    comment(key: string, { html, public: isPublic }: Pick<CommentView, 'html' | 'public'>) {
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
  const { conversation, createdAt, ...seed } = ticket;
  const { number, requester } = seed;
  const last = conversation.at(-1)?.at ?? createdAt;
  return {
    ...seed,
    key: id,
    shows,
    status: number === undefined ? 'new' : 'open',
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(last).toISOString(),
    comments: conversation.map((message, index) => {
      const { id: authorId, name } = message.from === 'agent' ? agent : requester;
      const role = message.from === 'agent' ? 'agent' : 'end-user';
      return {
        id: (number ?? 0) * 100 + index,
        public: message.public,
        html: `<p>${escape(message.text)}</p>`,
        author: { id: authorId, name, role },
        createdAt: new Date(message.at).toISOString(),
      };
    }),
    settings,
    macros,
  };
}
