import { days, jane, noon } from '../../fixtures/evidence';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import { type FailureCause, failed } from '../../src/shared/failure';
import type { IncomingAnswer } from '../../src/shared/request';
import { fakeSend } from './fake-send';
import { answerBody, domain } from './log-item';

const source = 'gitlab_log';
const query = {
  source,
  region: 'us',
  domain,
  subjects: { reset: ['Reset password instructions'], confirmation: [] },
  window: { from: noon - days(30), to: noon },
} as const;

const inAMinute = String(noon + 60_000);
const json = (value: unknown) => JSON.stringify(value);
const limited = (headers: Record<string, string>, body = ''): Partial<IncomingAnswer> => ({
  status: 429,
  headers,
  body,
});
const wait = (retryAfterMs?: number): FailureCause => ({
  kind: 'rate-limited',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

const table: readonly [string, Partial<IncomingAnswer>, FailureCause][] = [
  [
    'a wrong key, or the right one in the wrong region',
    { status: 401, body: 'Forbidden' },
    { kind: 'unauthorised', status: 401, maybeRegion: true },
  ],
  [
    'a 401 that is not Mailgun’s',
    { status: 401, body: '{"error":"Couldn\'t authenticate you"}' },
    { kind: 'unauthorised', status: 401 },
  ],
  [
    'a role that may not',
    { status: 403, body: json({ message: 'role' }) },
    { kind: 'forbidden', status: 403 },
  ],
  [
    'a path that is not there',
    { status: 404, body: 'page not found' },
    { kind: 'not-found', status: 404 },
  ],
  ['429 in seconds', limited({ 'retry-after': '7' }), wait(7000)],
  ['429 by date', limited({ 'retry-after': new Date(noon + 9000).toUTCString() }), wait(9000)],
  ['429 by an instant in ms', limited({ 'x-ratelimit-reset': inAMinute }), wait(60_000)],
  ['429 by the lists’ own header', limited({ 'x-request-reset': inAMinute }), wait(60_000)],
  [
    '429 by an instant in s',
    limited({ 'x-ratelimit-reset': String(noon / 1000 + 60) }),
    wait(60_000),
  ],
  ['429 by its body', limited({}, json({ message: 'slow down', 'retry-seconds': 3 })), wait(3000)],
  ['429 that does not say', limited({}, '<html>'), wait()],
  ['429 with nonsense', limited({ 'retry-after': 'soon', 'x-ratelimit-reset': '' }), wait()],
  ['500 in HTML', { status: 500, body: '<html>oops</html>' }, { kind: 'server', status: 500 }],
  ['503 with nothing', { status: 503 }, { kind: 'server', status: 503 }],
  [
    'a refusal, in Mailgun’s words',
    { status: 400, body: json({ message: 'start is before\nthe retention' }) },
    { kind: 'rejected', status: 400, message: 'start is before the retention' },
  ],
  ['a refusal without words', { status: 400, body: 'bad' }, { kind: 'rejected', status: 400 }],
  ['a redirect', { status: 302, body: '<html>' }, { kind: 'unauthorised', status: 302 }],
  ['204', { status: 204 }, { kind: 'malformed', what: 'empty' }],
  ['nothing', { body: ' ' }, { kind: 'malformed', what: 'empty' }],
  ['HTML', { body: '<!doctype html><title>Down' }, { kind: 'malformed', what: 'html' }],
  [
    'a sign-in page',
    { body: '<!doctype html><title>Sign in' },
    { kind: 'malformed', what: 'sign-in-page' },
  ],
  ['text', { body: 'Mailgun Magnificent API' }, { kind: 'malformed', what: 'not-json' }],
  [
    'half an answer',
    { body: answerBody([]).slice(0, 60) },
    { kind: 'malformed', what: 'truncated' },
  ],
  [
    'more than anybody reads',
    { body: answerBody([], { aggregates: { all: 'x'.repeat(4_000_000) } }) },
    { kind: 'malformed', what: 'too-large' },
  ],
  ['null', { body: 'null' }, { kind: 'malformed', what: 'wrong-shape' }],
  ['an array', { body: '[]' }, { kind: 'malformed', what: 'wrong-shape' }],
  ['an object of another kind', { body: '{}' }, { kind: 'malformed', what: 'wrong-shape' }],
  [
    'items that are no list',
    { body: answerBody([], { items: {} }) },
    { kind: 'malformed', what: 'wrong-shape' },
  ],
  [
    'items alone, as any API may have',
    { body: '{"items":[]}' },
    { kind: 'malformed', what: 'wrong-shape' },
  ],
  [
    'no word on pages',
    { body: answerBody([], { pagination: null }) },
    { kind: 'malformed', what: 'wrong-shape' },
  ],
  [
    'no window',
    { body: answerBody([], { start: undefined }) },
    { kind: 'malformed', what: 'wrong-shape' },
  ],
];

test.each(table)('%s', async (_, answer, cause) => {
  const { send } = fakeSend(() => answer);
  expect(await readMailLog(send, query, jane)).toEqual(failed({ source, ...cause }));
});

test('where no answer came, the sender’s failure goes on as it is', async () => {
  const timeout = failed({ source, kind: 'timeout', afterMs: 10_000 } as const);
  const { send } = fakeSend(() => timeout);
  expect(await readMailLog(send, query, jane)).toEqual(timeout);
});
