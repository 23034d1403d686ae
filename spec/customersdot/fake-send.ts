import { answerPortal } from '../../sandbox/customersdot/create-customersdot';
import type { CustomersDotOptions } from '../../sandbox/customersdot/answers';
import recordedCustomers from '../../sandbox/customersdot/recorded-customers.json';
import { type Failure, failed, ok } from '../../src/shared/failure';
import type { IncomingAnswer, OutgoingRequest, Send } from '../../src/shared/request';
import { recordings, recordingOf, type Recording } from './recordings';

export interface FakeSend {
  readonly send: Send;
  readonly sent: OutgoingRequest[];
}

/** The recorded application had a host of its own, to which its redirects lead. */
function answerOf({ response }: Recording): IncomingAnswer {
  const { location } = response.headers;
  return location === undefined
    ? response
    : {
        ...response,
        headers: {
          ...response.headers,
          location: location.replace('customers.example.com', 'customers.gitlab.com'),
        },
      };
}
/** The recordings were asked with plain brackets. */
const pathOf = ({ url }: OutgoingRequest): string =>
  url
    .replace(/^https:\/\/[^/]+/, '')
    .replaceAll('%5B', '[')
    .replaceAll('%5D', ']');

/** Whatever is asked gets these answers, one after the other. */
export function answering(...answers: readonly (Partial<IncomingAnswer> | Failure)[]): FakeSend {
  const sent: OutgoingRequest[] = [];
  const send: Send = (request) => {
    const answer = answers[sent.push(request) - 1];
    if (!answer) throw new Error(`Not expected: ${request.url}`);
    if ('kind' in answer) return Promise.resolve(failed(answer));
    return Promise.resolve(ok({ status: 200, body: '', headers: {}, ...answer }));
  };
  return { send, sent };
}

export const answeringAs = (...names: readonly string[]): FakeSend =>
  answering(...names.map((name) => answerOf(recordingOf(name))));

/** Each path gets what was recorded for exactly this path; `names` choose where there are several. */
export function replaying(...names: readonly string[]): FakeSend {
  const sent: OutgoingRequest[] = [];
  const send: Send = (request) => {
    sent.push(request);
    const known = names.length === 0 ? recordings : names.map(recordingOf);
    const recording = known.find((recorded) => recorded.request.path === pathOf(request));
    if (!recording) throw new Error(`Not recorded: ${request.url}`);
    return Promise.resolve(ok(answerOf(recording)));
  };
  return { send, sent };
}

/** The local portal, which answers like the recordings and to more than was recorded. */
export function portal(options: Partial<CustomersDotOptions> = {}): FakeSend {
  const sent: OutgoingRequest[] = [];
  const send: Send = (request) => {
    sent.push(request);
    const { pathname, searchParams } = new URL(request.url);
    const headers = Object.entries(request.headers).map(([name, text]) => [
      name.toLowerCase(),
      text,
    ]);
    const answer = answerPortal(
      {
        method: request.method,
        path: pathname,
        params: searchParams,
        headers: Object.fromEntries(headers),
        base: '',
      },
      {
        customers: recordedCustomers,
        adminEmail: 'agent@example.com',
        adminToken: '{{setting.customersdot_token}}',
        auth: 'token',
        ...options,
      },
    );
    return Promise.resolve(ok(answer));
  };
  return { send, sent };
}
