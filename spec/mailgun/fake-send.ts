import { ok, type Result } from '../../src/shared/failure';
import type { IncomingAnswer, OutgoingRequest, Send, SendOptions } from '../../src/shared/request';

type Reply = Result<IncomingAnswer> | Partial<IncomingAnswer>;

/** Answers by a function of the request, and keeps what was asked. */
export function fakeSend(reply: (request: OutgoingRequest, index: number) => Reply) {
  const asked: OutgoingRequest[] = [];
  const options: (SendOptions | undefined)[] = [];
  const send: Send = (request, sendOptions) => {
    asked.push(request);
    options.push(sendOptions);
    const given = reply(request, asked.length - 1);
    return Promise.resolve(
      'ok' in given ? given : ok({ status: 200, body: '', headers: {}, ...given }),
    );
  };
  return { send, asked, options, bodies: () => asked.map(bodyOf) };
}

export interface LogsBody {
  readonly start: string;
  readonly end: string;
  readonly events: readonly string[];
  readonly filter: {
    readonly AND: readonly {
      readonly attribute: string;
      readonly comparator: string;
      readonly values: readonly { readonly label: string; readonly value: string }[];
    }[];
  };
  readonly include_subaccounts: boolean;
  readonly pagination: { readonly sort: string; readonly token?: string; readonly limit: number };
}

export function bodyOf(request: OutgoingRequest): LogsBody {
  return JSON.parse(request.body ?? '{}') as LogsBody;
}

export function filterOf(request: OutgoingRequest, attribute: string): string | undefined {
  return bodyOf(request).filter.AND.find((one) => one.attribute === attribute)?.values[0]?.value;
}
