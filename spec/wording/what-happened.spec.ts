import en from '../../translations/panel/en.json';
import { createMessages } from '../../src/wording/translate';
import type { FailureCause } from '../../src/shared/failure';
import { whatHappened } from '../../src/wording/findings-in-words';
import { noon } from '../../fixtures/evidence';

const messages = createMessages('en', en, { now: () => noon });

const table: readonly (readonly [FailureCause, string])[] = [
  [{ kind: 'timeout', afterMs: 10_000 }, 'No answer within 10 s.'],
  [{ kind: 'timeout', afterMs: 200 }, 'No answer within 1 s.'],
  [{ kind: 'unauthorised', status: 401 }, 'It did not accept the app’s credentials (401).'],
  [{ kind: 'forbidden', status: 403 }, 'The app’s credentials may not see this (403).'],
  [{ kind: 'not-found', status: 404 }, 'There is nothing at this path or domain (404).'],
  [{ kind: 'rate-limited' }, 'Too many requests.'],
  [{ kind: 'server', status: 502 }, 'It reported a server error (502).'],
  [{ kind: 'rejected', status: 400, message: 'their words' }, 'It rejected the request (400).'],
  [
    { kind: 'intercepted', by: 'cloudflare', status: 403 },
    'Cloudflare, in front of it, blocked the app (403).',
  ],
  [{ kind: 'intercepted', by: 'maintenance', status: 503 }, 'A maintenance page answered (503).'],
  [
    { kind: 'intercepted', by: 'sign-in', status: 200 },
    'A sign-in page in front of it answered (200).',
  ],
  [
    { kind: 'intercepted', by: 'unknown', status: 403 },
    'A web page in front of it answered (403).',
  ],
  [{ kind: 'malformed', what: 'too-large' }, 'Its answer cannot be read.'],
  [{ kind: 'malformed', what: 'html' }, 'It answered with a web page instead of data.'],
  [{ kind: 'malformed', what: 'sign-in-page' }, 'It answered with its sign-in page.'],
  [{ kind: 'malformed', what: 'truncated' }, 'Its answer was cut off.'],
  [{ kind: 'unreachable' }, 'It cannot be reached.'],
  [{ kind: 'proxy-refused', reason: 'other' }, 'Zendesk did not forward the request.'],
  [
    { kind: 'misconfigured', setting: 'mailgun_region' },
    'The app cannot ask this with the current setting mailgun_region.',
  ],
  [{ kind: 'cancelled' }, 'Stopped.'],
];

describe('what happened', () => {
  it.each(table)('%j: %s', (cause, words) => {
    expect(whatHappened({ source: 'portal_log', ...cause }, messages)).toBe(words);
  });
});
