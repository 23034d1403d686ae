import {
  accountAnswer,
  days,
  failedLookup,
  gitlabLog,
  minutes,
  noon,
  pending,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import type { NoteContext } from '../../src/replies/internal-note';
import { open } from './a-diagnosis';
import { all, answered, links, note } from './a-note';

describe('what the note begins with', () => {
  it('says window and time once, and again only of what was read at another time', () => {
    const once = (text: string, words: string) => text.split(words).length - 1;
    const { text } = note(all);
    expect(once(text, '2026-11-23 11:59 UTC')).toBe(1);
    expect(once(text, '2026-10-24')).toBe(1);
    const later = { ...answered(gitlabLog()), at: noon + minutes(5) };
    const other = {
      ...later,
      value: { ...later.value, window: { from: noon - days(2), to: noon } },
    };
    const differing = note({ ...all, gitlab_log: other }).text;
    expect(differing).toContain(
      '\nChecked: 2026-11-23 12:05 UTC · Email log, portal, read: 2026-10-24 12:00 UTC to 2026-11-23 12:00 UTC · Email log, GitLab.com, read: 2026-11-21 12:00 UTC to 2026-11-23 12:00 UTC\n',
    );
    expect(differing).toContain(
      '- Account: Found · Account 4 · CustomersDot, checked: 2026-11-23 11:59 UTC',
    );
    expect(differing).toContain('\n- GitLab.com reset email: None found · result: ');
  });

  it('names the log that was read, where the other was not', () => {
    const read = 'read: 2026-10-24 12:00 UTC to 2026-11-23 12:00 UTC';
    for (const portal_log of [failedLookup, pending]) {
      const { text } = note({ ...all, portal_log });
      expect(text).toContain(` · Email log, GitLab.com, ${read}\n`);
      expect(text).not.toMatch(/logs read|portal, read/);
    }
    expect(note({ ...all, gitlab_log: failedLookup }).text).toContain(
      ` · Email log, portal, ${read}\n`,
    );
    const neither = note({ ...all, portal_log: failedLookup, gitlab_log: failedLookup }).text;
    expect(neither).not.toMatch(/ read: /);
  });

  it('says of a log that was not read to its end how far it was', () => {
    const cut = { ...portalLog(resetMail('delivered')), truncated: true };
    const back = note({
      ...all,
      portal_log: answered({ ...cut, readBackTo: noon - days(9) }),
    }).text;
    expect(back).toContain(
      ' · Email log, portal, read: 2026-11-14 12:00 UTC to 2026-11-23 12:00 UTC · Email log, GitLab.com, read: 2026-10-24 ',
    );
    const { text } = note({ ...all, portal_log: answered(cut) });
    expect(text).not.toMatch(/logs read|portal, read/);
  });

  it('counts a log as read whose check was answered by hand', () => {
    const byHand = { portal_reset: { value: 'undelivered', at: noon, mail: 'one' } } as const;
    const log = portalLog(resetMail('retrying', { id: 'one' }));
    const { text } = note({ ...all, portal_log: answered(log), byHand });
    expect(text).toContain(' · Email logs read: ');
    expect(text).toContain(
      '- Portal reset email: Not delivered · Entered by hand, 2026-11-23 12:00 UTC · 2026-11-21 12:00 UTC: delayed · ',
    );
  });

  it('says which reply was used, and whose words it is in', () => {
    const used: NoteContext['used'] = [
      {
        name: 'wrong_site_reset',
        origin: { kind: 'macro', macroId: 1, title: 'Portal <b>', ownMacro: true },
        sent: false,
        how: 'now',
      },
      {
        name: 'verify_ownership',
        origin: { kind: 'bundled', language: 'ja', why: 'language' },
        sent: false,
        how: 'former',
      },
      { name: 'reset_refused', origin: undefined, sent: false, how: 'maybe' },
    ];
    const { html, text } = note(all, open, links, used);
    expect(text).toContain('\nReply used: Reset on the wrong site · Macro “Portal <b>”\n');
    expect(text).toContain(
      '\nReply used under an earlier result: Neutral reply · The app’s own text, 日本語.\n',
    );
    expect(text).toContain('\nReply perhaps used: Reset email not delivered\n');
    expect(html).toContain('Macro “Portal &lt;b&gt;”');
    expect(note(all).text).not.toContain('Reply used');
  });

  it('asks for the reply where there is nothing to make sure of and none was used', () => {
    const absent = { customersdot: answered(accountAnswer()), gitlab_log: answered(gitlabLog()) };
    const next = '\nNext step: Send the reply for: No account with this address.\n';
    expect(note(absent).text).toContain(next);
    const origin = { kind: 'bundled', language: 'en', why: 'language' } as const;
    expect(
      note(absent, open, links, [{ name: 'no_account', origin, sent: false, how: 'now' }]).text,
    ).not.toContain('Next step');
  });

  it('names Mailgun’s lists that hold the address', () => {
    const { text } = note({
      ...all,
      portal_log: answered(portalLog(resetMail('suppressed'))),
      suppressions: answered([
        { domain: 'customers.gitlab.com', list: 'bounce', listed: true, since: noon - days(9) },
        { domain: 'customers.gitlab.com', list: 'complaint', listed: true },
        { domain: 'customers.gitlab.com', list: 'unsubscribe', listed: false },
      ]),
    });
    expect(text).toContain(
      '\nOn Mailgun’s bounce list for customers.gitlab.com (since 2026-11-14 12:00 UTC). · On Mailgun’s complaint list.\nChecked: ',
    );
    expect(text).not.toContain('unsubscribe');
  });

  it('says when Mailgun’s lists did not hold the address, and nothing where they were not asked', () => {
    const { text } = note({
      ...all,
      suppressions: answered([{ domain: 'customers.gitlab.com', list: 'bounce', listed: false }]),
    });
    expect(text).toContain('\nOn none of Mailgun’s suppression lists.\n');
    expect(note(all).text).not.toContain('suppression lists');
    const asking = note({ ...all, suppressions: { state: 'pending', askedAt: noon } });
    expect(asking.text).not.toContain('suppression lists');
  });

  it('says why Mailgun’s lists could not be read', () => {
    const { text } = note({
      ...all,
      suppressions: {
        state: 'failed',
        failure: { kind: 'forbidden', status: 403, source: 'suppressions' },
        askedAt: noon,
        at: noon,
      },
    });
    expect(text).toContain(
      '\nMailgun’s suppression lists could not be read. · The app’s credentials may not see this (403). · Checked: 2026-11-23 12:00 UTC\n',
    );
  });
});
