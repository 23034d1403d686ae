import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Quirks } from '../proxy/quirks';
import type { RequestLog } from '../proxy/request-log';
import { textOf } from '../proxy/installation';
import type { OrganisationSeed, UserSeed } from '../scenarios/scenario';
import type { CommentView, TicketView } from '../wire';
import { appliedJson, plainOf } from './apply-macro';
import { macroJson, type Macro } from './macros';
import type { Tickets } from './tickets';

export interface ApiPorts {
  readonly tickets: () => Tickets;
  readonly macros: () => readonly Macro[];
  readonly log: () => RequestLog;
  readonly quirks: () => Pick<Quirks, 'macroPreview' | 'macroSearch'>;
}

/** The page says on which ticket the agent is: tickets differ in which macros the agent may see. */
export const ticketHeader = 'x-sandbox-ticket';

/** The part of Zendesk's REST API that a sidebar app of this kind asks, as the agent. */
export function createZendeskApi(ports: ApiPorts): RequestHandler {
  const api = express.Router();
  api.use(express.json({ limit: '1mb' }));

  api.use((request, response, next) => {
    // Every address may be asked with or without it.
    request.url = request.url.replace(/\.json(?=\?|$)/, '');
    const entry = ports.log().open({
      ticket: request.get(ticketHeader),
      via: 'zendesk-api',
      method: request.method,
      asked: request.originalUrl,
    });
    response.on('close', () => {
      entry.close(response.writableFinished ? response.statusCode : 0);
    });
    next();
  });

  /** The macro, or the answer that says why not. */
  function macroFor(request: Request, response: Response): Macro | undefined {
    const id = numberIn(request.params['macro']);
    const state = ticketOf(request)?.macros ?? 'installed';
    const macro = ports.macros().find((known) => known.id === id);
    if (!macro || state === 'missing' || state === 'not-installed') {
      notFound(response);
      return undefined;
    }
    if (state === 'forbidden') {
      response.status(403).json({
        error: { title: 'Forbidden', message: 'You do not have access to this page.' },
      });
      return undefined;
    }
    return macro;
  }

  const ticketOf = (request: Request): TicketView | undefined =>
    ports.tickets().byKey(request.get(ticketHeader) ?? '');

  /** A ticket that is not there is not found, whatever is asked of it; nor is a person. */
  api.param('ticket', (_, response, next, number: string) => {
    const ticket = ports.tickets().byNumber(numberIn(number));
    if (ticket) response.locals['ticket'] = ticket;
    next(ticket ? undefined : 'route');
  });
  api.param('user', (_, response, next, id: string) => {
    const all = ports.tickets().all();
    const ticket = all.find(({ requester }) => requester.id === numberIn(id));
    if (ticket) response.locals['ticket'] = ticket;
    next(ticket ? undefined : 'route');
  });
  const ticketIn = ({ locals }: Response) => locals['ticket'] as TicketView;

  /** Finds what has every word of the query in its title, and nothing that this agent may not use. */
  api.get('/macros/search', (request, response) => {
    const { macros = 'installed' } = ticketOf(request) ?? {};
    if (ports.quirks().macroSearch === '404') {
      notFound(response);
      return;
    }
    const words = textOf(request.query['query']).toLowerCase().split(/\s+/);
    const isThere = ['installed', 'inactive', 'by-title'].includes(macros);
    const found = ports
      .macros()
      .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
      .map((macro) => macroJson(macro, macros !== 'inactive').macro);
    const shown = isThere ? found : [];
    response.json({ macros: shown, count: shown.length, next_page: null, previous_page: null });
  });

  api.get('/macros/:macro', (request, response) => {
    const macro = macroFor(request, response);
    if (macro) response.json(macroJson(macro, ticketOf(request)?.macros !== 'inactive'));
  });

  api.get('/tickets/:ticket', (request, response) => {
    const ticket = ticketIn(response);
    const { include } = request.query;
    const sideLoads = typeof include === 'string' ? include.split(',') : [];
    response.json({
      ticket: ticketJson(ticket),
      ...(sideLoads.includes('users')
        ? { users: [ticket.requester, ...ticket.ccs].map(userJson) }
        : {}),
      ...(sideLoads.includes('organizations')
        ? { organizations: ticket.organisation ? [organisationJson(ticket.organisation)] : [] }
        : {}),
    });
  });

  api.get('/tickets/:ticket/macros/:macro/apply', (request, response) => {
    const macro = macroFor(request, response);
    if (macro) response.json(appliedJson(macro, ticketIn(response), ports.quirks().macroPreview));
  });

  api.get('/tickets/:ticket/comments', (request, response) => {
    const oldestFirst = ticketIn(response).comments.map((comment) => commentJson(comment));
    const comments = request.query['sort_order'] === 'desc' ? oldestFirst.reverse() : oldestFirst;
    const size = Number(request.query['per_page'] ?? 100);
    response.json({
      comments: comments.slice(0, size),
      next_page: null,
      previous_page: null,
      count: comments.length,
    });
  });

  api.put('/tickets/:ticket', (request, response) => {
    const ticket = ticketIn(response);
    const { comment } =
      (request.body as { ticket?: { comment?: CommentBody } } | undefined)?.ticket ?? {};
    const html =
      comment?.html_body ?? (comment?.body === undefined ? '' : `<p>${comment.body}</p>`);
    if (plainOf(html) === '') {
      response.status(422).json({
        error: 'RecordInvalid',
        description: 'Record validation errors',
        details: { comment: [{ description: 'Comment: cannot be blank' }] },
      });
      return;
    }
    const saved = ports
      .tickets()
      .comment(ticket.key, { html: asStored(html), public: comment?.public ?? true });
    response.json({ ticket: { id: saved?.number, subject: ticket.subject, tags: ticket.tags } });
  });

  for (const [plural, name] of [
    ['ticket_forms', 'ticket_form'],
    ['ticket_fields', 'ticket_field'],
  ] as const) {
    api.get(`/${plural}/:id`, (request, response) => {
      const id = numberIn(request.params.id);
      if (known[plural].includes(id)) response.json({ [name]: { id, active: true } });
      else notFound(response);
    });
  }

  /** Of a new ticket, its organization is the one that saving it would set. */
  api.get('/users/:user', (_, response) => {
    const { requester, organisation } = ticketIn(response);
    response.json({
      user: { ...userJson(requester), organization_id: organisation?.id ?? null },
      organizations: organisation ? [organisationJson(organisation)] : [],
    });
  });

  api.get('/users/:user/identities', (_, response) => {
    const { id, identities } = ticketIn(response).requester;
    response.json({
      count: identities.length,
      next_page: null,
      identities: identities.map((identity, index) => ({
        id: id * 10 + index,
        user_id: id,
        type: identity.type,
        value: identity.value,
        verified: identity.verified,
        verification_method: identity.verificationMethod ?? (identity.verified ? 'full' : 'none'),
        primary: identity.primary,
        deliverable_state: identity.deliverableState ?? 'deliverable',
      })),
    });
  });

  api.use((_, response) => {
    notFound(response);
  });
  return api;
}

/** The form of every ticket here, and the field with the address of the subscription. */
const known: Readonly<Record<'ticket_forms' | 'ticket_fields', readonly number[]>> = {
  ticket_forms: [360_000_100],
  ticket_fields: [360_005_248_199],
};

interface CommentBody {
  readonly html_body?: string;
  readonly body?: string;
  readonly public?: boolean;
}

function notFound(response: Response): void {
  response.status(404).json({ error: 'RecordNotFound', description: 'Not found' });
}

function numberIn(text: string | undefined): number {
  return /^\d+$/.test(text ?? '') ? Number(text) : NaN;
}

/** Zendesk wraps what it keeps, and marks the links. */
function asStored(html: string): string {
  const links = html.replace(
    /<a (?![^>]*\brel=)/g,
    '<a rel="noopener noreferrer" target="_blank" ',
  );
  return `<div class="zd-comment" dir="auto">${links}</div>`;
}

function ticketJson({ number, subject, tags, requester, ccs, organisation, channel }: TicketView) {
  const isAgent = ({ role }: UserSeed): boolean => role !== undefined;
  return {
    id: number,
    subject,
    tags,
    requester_id: requester.id,
    organization_id: organisation?.id ?? null,
    collaborator_ids: ccs.map(({ id }) => id),
    email_cc_ids: ccs.filter((user) => !isAgent(user)).map(({ id }) => id),
    follower_ids: ccs.filter(isAgent).map(({ id }) => id),
    sharing_agreement_ids: [],
    via: { channel },
  };
}

function userJson({ id, name, email, role }: UserSeed): object {
  const ours = { shared: false, shared_agent: false, restricted_agent: false };
  const able = { active: true, suspended: false, ticket_restriction: null };
  return { id, name, email, role: role ?? 'end-user', ...ours, ...able };
}

function organisationJson({ id, name, sharedTickets }: OrganisationSeed): object {
  return { id, name, shared_tickets: sharedTickets, shared_comments: sharedTickets };
}

function commentJson({ id, public: isPublic, html, author, createdAt }: CommentView): object {
  return {
    id,
    type: 'Comment',
    author_id: author.id,
    body: plainOf(html),
    html_body: html,
    plain_body: plainOf(html),
    public: isPublic,
    attachments: [],
    via: { channel: 'web' },
    created_at: createdAt,
  };
}
