import express, { type Request, type RequestHandler, type Response } from 'express';
import { refusal, type Part } from './admit';
import { message, type Answer, type MailgunOptions } from './options';
import { searchLogs } from './search-logs';
import { findSuppression, listNames } from './suppression-lists';

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
  for (const list of listNames) {
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

function parsed(body: unknown): unknown {
  // The host may have parsed it already.
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function domainOf(request: Request): string {
  return request.params.domain ?? '';
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
  response.set(answer.headers).type(answer.type).send(answer.text);
}
