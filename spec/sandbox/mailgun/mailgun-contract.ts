import Ajv2020 from 'ajv/dist/2020';

/**
 * What Mailgun's own description of its API (OpenAPI 3.1, in mailgun/mailgun-mcp-server) says of the requests that the
 * app sends and of the answers that it reads, retyped by hand: names, types and which are required. Of an answer's
 * parts only those are here that the local Mailgun sends, so that one it made up is noticed too.
 */
const text = { type: 'string' };
const whole = { type: 'integer' };
const amount = { type: 'number' };
const flag = { type: 'boolean' };
const listOf = (items: object) => ({ type: 'array', items });

function object(optional: Readonly<Record<string, object>>, required: typeof optional = {}) {
  return {
    type: 'object',
    properties: { ...optional, ...required },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const flagsOf = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, flag]));

const deliveryStatus = {
  message: text,
  description: text,
  code: whole,
  'attempt-no': whole,
  'bounce-type': text,
  'session-seconds': amount,
  'retry-seconds': whole,
  'enhanced-code': text,
  'mx-host': text,
  'certificate-verified': flag,
  tls: flag,
  utf8: flag,
  'last-code': whole,
  'last-message': text,
};
const headers = object({ to: text, from: text, subject: text, 'message-id': text });
const message = object({ headers, attachments: listOf({ type: 'object' }), size: whole });
const envelope = object({ sender: text, transport: text, 'sending-ip': text, targets: text });

/** Of both APIs. */
const ofEvent = {
  method: text,
  'log-level': text,
  recipient: text,
  'recipient-domain': text,
  'recipient-provider': text,
  envelope,
  message,
  tags: listOf(text),
  severity: text,
  reason: text,
  'delivery-status': object(deliveryStatus),
  reject: object({ reason: text, description: text }),
};

const logEvent = object(
  {
    ...ofEvent,
    storage: object({ region: text, env: text, key: text, url: listOf(text) }),
    account: object({ id: text, 'parent-id': text }),
    'user-variables': text,
    'primary-dkim': text,
    flags: object(
      {},
      flagsOf(
        'is-authenticated',
        'is-system-test',
        'is-routed',
        'is-test-mode',
        'is-delayed-bounce',
        'is-callback',
      ),
    ),
  },
  { id: text, event: text, '@timestamp': text, domain: object({}, { name: text }) },
);

const logsRequest = object({
  start: text,
  end: text,
  events: listOf(text),
  filter: object(
    {},
    {
      AND: listOf(
        object(
          {},
          {
            attribute: text,
            comparator: text,
            values: listOf(object({}, { label: text, value: text })),
          },
        ),
      ),
    },
  ),
  include_subaccounts: flag,
  include_totals: flag,
  pagination: object({ sort: text, token: text, limit: { type: 'integer', maximum: 100 } }),
});

const pages = object({ previous: text, next: text, first: text, last: text, total: whole });
const logsAnswer = object(
  { aggregates: { type: 'object' } },
  { start: text, end: text, items: listOf(logEvent), pagination: pages },
);
const refusal = object({}, { message: text });
const list = (more: Readonly<Record<string, object>>) => ({
  200: object({}, { address: text, created_at: text, ...more }),
  404: refusal,
});

type Answers = Readonly<Record<number, object>>;
const described: Readonly<Record<string, { readonly asks?: object; readonly answers: Answers }>> = {
  'post /v1/analytics/logs': { asks: logsRequest, answers: { 200: logsAnswer, 400: refusal } },
  'get /v3/{domain_name}/bounces/{address}': { answers: list({ code: text, error: text }) },
  'get /v3/{domain_name}/unsubscribes/{address}': { answers: list({ tags: listOf(text) }) },
  'get /v3/{domain_name}/complaints/{address}': { answers: list({}) },
};

const ajv = new Ajv2020({ strict: false, allErrors: true });

function complaints(schema: object | undefined, value: unknown, what: string): readonly string[] {
  if (!schema) return [`${what} is not described`];
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message: said, params }) =>
      `${instancePath} ${said ?? ''} ${JSON.stringify(params)}`,
  );
}

/** What is not as described of what is asked, and of what is answered; none where all is. */
export const ofRequest = (operation: string, body: unknown): readonly string[] =>
  complaints(described[operation]?.asks, body, `${operation}: a body`);

export const ofAnswer = (operation: string, status: number, body: unknown): readonly string[] =>
  complaints(described[operation]?.answers[status], body, `${operation}: status ${status}`);
