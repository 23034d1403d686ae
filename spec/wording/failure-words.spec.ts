import en from '../../translations/panel/en.json';
import { createMessages } from '../../src/wording/translate';
import type { FailureCause } from '../../src/shared/failure';
import { failureWords, whyWords } from '../../src/wording/findings-in-words';
import { noon } from '../../fixtures/evidence';

const messages = createMessages('en', en, { now: () => noon });
const words = (cause: FailureCause) => failureWords({ source: 'portal_log', ...cause }, messages);

describe('a failure in the panel', () => {
  it('is told in the source’s own words too, on one line, where it gave any', () => {
    const look = 'Check it yourself, and tell an admin.';
    expect(words({ kind: 'rejected', status: 400, message: 'no such\n\u202Efield' })).toEqual({
      what: 'It rejected the request (400). It says: no such field',
      next: look,
    });
    expect(words({ kind: 'rejected', status: 400 })).toEqual({
      what: 'It rejected the request (400).',
      next: look,
    });
  });

  it('comes with what to do, for this very case', () => {
    expect(words({ kind: 'rate-limited' }).next).toBe('Wait a moment, then refresh.');
    // It stands there long after: what was asked for stays true, and "in 30 s" does not.
    const afterThat = 'It asked for a wait of 30\u00a0s: refresh after that.';
    expect(words({ kind: 'rate-limited', retryAfterMs: 29_800 }).next).toBe(afterThat);
    expect(words({ kind: 'unauthorised', status: 401 }).next).toBe(
      'An admin has to check the app’s key for it.',
    );
    expect(words({ kind: 'unauthorised', status: 401, maybeRegion: true }).next).toBe(
      'An admin has to check the Mailgun key and region.',
    );
  });

  it('that somebody in front of the source caused is not a matter of the app’s role', () => {
    const next = (by: 'cloudflare' | 'sign-in' | 'maintenance' | 'unknown') =>
      words({ kind: 'intercepted', by, status: 403 }).next;
    expect(next('cloudflare')).toContain('a wider role does not help');
    expect(next('sign-in')).toContain('needs no browser sign-in');
    expect(next('unknown')).toContain('something on the way blocks the app');
    expect(next('maintenance')).toBe('Refresh later, or check it yourself.');
  });

  it('is one of the reasons why a fact is unknown', () => {
    const failure = { source: 'portal_log', kind: 'unreachable' } as const;
    expect(whyWords({ kind: 'failed', failure }, { check: 'portal_reset' }, messages)).toBe(
      'It cannot be reached.',
    );
    expect(whyWords({ kind: 'truncated' }, { check: 'portal_reset' }, messages)).toBe(
      'The log was not read to its end.',
    );
  });
});

test.each([
  ['portal_reset', 'a reset email'],
  ['gitlab_reset', 'a reset email'],
  ['sign_in_link', 'a sign-in email'],
] as const)('an email in doubt may be one that the check is about: %s', (check, mail) => {
  for (const kind of ['unlisted-subject', 'suffixed-subject'] as const) {
    const why = { kind, subject: 'Welcome', sentAt: noon };
    expect(whyWords(why, { check }, messages)).toContain(` may be ${mail}`);
  }
});
