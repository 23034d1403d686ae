import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { answerPortal } from './answer-portal';
import type { CustomersDotOptions } from './options';

/** The customers portal and its admin, over the customers it is given. Mount it anywhere; nothing is ever changed. */
export function createCustomersDot(options: CustomersDotOptions): RequestHandler {
  return (request, response) => {
    const [path = '/', query = ''] = request.url.split(/\?(.*)/s);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    const answer = answerPortal(
      {
        method: request.method,
        path,
        params: new URLSearchParams(query),
        headers,
        base: request.baseUrl,
      },
      options,
    );
    response.status(answer.status);
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    // Rails answers with the id that it was sent, whatever that is, and states how long it took.
    const id = headers['x-request-id']?.replace(/[^\w@-]/g, '').slice(0, 255);
    response.setHeader('x-request-id', id === undefined || id === '' ? randomUUID() : id);
    response.setHeader('x-runtime', '0.012345');
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  };
}
