import express, { type Request, type RequestHandler, type Response } from 'express';
import { refusal, type Part } from './admit';
import { message, type Answer, type MailgunOptions } from './options';
import { readEventsToken, searchEvents } from './search-events';
import { searchLogs } from './search-logs';
import { findSuppression, listNames, listSuppressions } from './suppression-lists';
import { knownDomains } from './visible-items';

/** Mailgun's API as far as mail logs and suppression lists go, over the mails it is given. */
export function createMailgun(options: MailgunOptions): RequestHandler {
  const mailgun = express.Router();
  mailgun.use(express.text({ type: () => true }));

  const answerTo = (part: Part, ask: (request: Request) => Answer): RequestHandler => {
    return (request, response) => {
      const refused = refusal(request.headers.authorization, part, options);
      send(response, refused ?? ask(request));
    };
  };

  mailgun.post(
    '/v1/analytics/logs',
    answerTo('logs', ({ body }) => searchLogs(parsed(body), options)),
  );
  mailgun.get(
    '/v3/:domain/events/:token?',
    answerTo('events', (request) => events(request, options)),
  );
  for (const list of listNames) {
    mailgun.get(
      `/v3/:domain/${list}`,
      answerTo('suppressions', (request) =>
        listSuppressions(domainOf(request), list, options, addressOf(request)),
      ),
    );
    mailgun.get(
      `/v3/:domain/${list}/:address`,
      answerTo('suppressions', (request) =>
        findSuppression(domainOf(request), list, request.params.address ?? '', options),
      ),
    );
  }
  mailgun.use((_, response) => {
    send(response, message(404, 'page not found'));
  });
  return mailgun;
}

function events(request: Request, options: MailgunOptions): Answer {
  const domain = domainOf(request);
  if (!knownDomains(options).has(domain)) return message(404, `Domain not found: ${domain}`);
  const { token } = request.params;
  const query = token === undefined ? texts(request.query) : readEventsToken(token);
  if (!query) return message(400, 'invalid page token');
  const path = `${request.baseUrl}/v3/${encodeURIComponent(domain)}/events`;
  return searchEvents(domain, query, options, `${originOf(request)}${path}`);
}

function parsed(body: unknown): unknown {
  // The host may have parsed it already.
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function texts(query: Request['query']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

function domainOf(request: Request): string {
  return request.params.domain ?? '';
}

function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'api.mailgun.net'}`;
}

function addressOf(request: Request): string {
  return `${originOf(request)}${request.baseUrl}${request.path}`;
}

function send(response: Response, answer: Answer): void {
  response.status(answer.status).set({
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
  });
  if ('json' in answer) {
    response
      .set('Content-Type', 'application/json; charset=utf-8')
      .send(`${JSON.stringify(answer.json)}\n`);
    return;
  }
  response
    .set(answer.headers ?? {})
    .type(answer.type)
    .send(answer.text);
}
