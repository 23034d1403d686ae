import { todaysPage } from '../../sandbox/gallery/todays-page';
import { internalNote } from '../../src/replies/internal-note';
import { open, own } from './a-diagnosis';
import { links, messages } from './a-note';

const noteOf = (id: string): readonly string[] => {
  const state = todaysPage.find((one) => one.id === id)?.state;
  if (state?.kind !== 'open') throw new Error(`The gallery has no open ${id}.`);
  const { diagnosis } = state.investigation;
  return internalNote(diagnosis, {
    messages,
    candidate: own,
    disclosure: open,
    links,
    settings: { logWindowDays: 30 },
    used: [],
  }).text.split('\n');
};

const scanned = 'Next step: Ask whether an email scanner opens links: each works once';
const delivered =
  '2026-11-23 09:00 UTC: delivered · The receiving server accepted it. It may still not be in the inbox. Ask the customer to look in spam and in any mailbox this address forwards to.';
const bounced =
  'Evidence: One-time sign-in link: Not delivered (2026-11-23 09:00 UTC: bounced (550))';
const expired = 'Evidence: One-time sign-in link: Expired (24 h) (2026-11-21 20:00 UTC: delivered)';

/** What the note leads with, but for what was read and when. */
const leads: readonly (readonly [id: string, ...lead: readonly string[]])[] = [
  [
    'today-no-account',
    'Cause: No account with this address',
    'Evidence: Account: Not found',
    'Next step: Send the reply for: No account with this address.',
  ],
  [
    'today-login-off',
    'Cause: Login switched off',
    'Evidence: Login activated: No',
    'Next step: Look in History: switched off after it was created?',
  ],
  [
    'today-login-blocked',
    'Cause: Login switched off by an admin',
    'Evidence: Login activated: No · Login changed later: Yes, after creation, by hand',
    'Based on manual answers: Login changed later.',
    'Next step: Send the reply for: Login switched off by an admin.',
  ],
  [
    'today-gitlab-reset',
    'Cause: Reset on GitLab.com, no sign-in link',
    'Evidence: One-time sign-in link: None found · GitLab.com reset email: Sent (2026-11-22 09:36 UTC: delivered)',
    'Next step: Send the reply for: Reset on GitLab.com, no sign-in link.',
  ],
  [
    'today-no-mail',
    'Cause: No sign-in link was found',
    'Evidence: One-time sign-in link: None found · GitLab.com reset email: None found',
    'Next step: Look at the portal’s email: it sent a reset, not a sign-in link',
  ],
  [
    'today-link-not-delivered',
    'Cause: Sign-in link not delivered',
    bounced,
    'The receiving server says that this mailbox does not exist.',
    'The server said: “550 5.1.1 <jane.doe@example.com>: no such user”',
    'On Mailgun’s bounce list for customers.gitlab.com (since 2026-11-23 09:36 UTC).',
    'Next step: Check the address for a typing error. If it has changed, the portal account needs the new one.',
  ],
  [
    'today-link-refused',
    'Cause: Sign-in link not delivered',
    bounced,
    'The receiving server refused it because of us: our IP address, our domain or the way we send.',
    'The server said: “550 5.7.606 Access denied, banned sending IP [192.0.2.10]”',
    'Next step: Tell the team that runs our email, with the server’s answer. The customer can do nothing about it.',
  ],
  [
    'today-link-expired',
    'Cause: Sign-in link expired',
    expired,
    'Also applies: Account not confirmed',
    'Next step: Ask whether the link had been opened before: it had not expired then · Ask how they sign in: through GitLab.com no confirmation is needed',
  ],
  [
    'today-unconfirmed',
    'Cause: Account not confirmed',
    'Evidence: Confirmed: No',
    `${scanned} · Ask how they sign in: through GitLab.com no confirmation is needed`,
  ],
  [
    'today-not-linked',
    'Cause: Not linked to GitLab.com',
    'Evidence: Linked to GitLab.com: No',
    scanned,
  ],
  [
    'today-linked-elsewhere',
    'Cause: Linked with another address',
    'Evidence: Linked to GitLab.com: With another address, by hand',
    'Based on manual answers: Linked to GitLab.com.',
    scanned,
  ],
  [
    'today-enterprise',
    'Cause: Enterprise user without password',
    'Evidence: Password allowed on GitLab.com: No (enterprise user), by hand',
    'Based on manual answers: Password allowed on GitLab.com.',
    scanned,
  ],
  ['today-no-known-cause', 'Cause: No known cause', scanned],
  [
    'today-no-subject',
    'Not settled. Still possible: No sign-in link was found, Sign-in link not delivered, Sign-in link expired or No known cause',
    'Still needed: One-time sign-in link',
  ],
];

describe('the note by the page about one-time links', () => {
  it.each(leads)('%s', (id, ...lead) => {
    const [heading, blank, ...rest] = noteOf(id);
    expect([heading, blank]).toEqual(['Sign-in check: jane.doe@example.com', '']);
    const read = (line: string) => line.startsWith('Checked: ');
    expect(rest.slice(0, rest.indexOf('')).filter((line) => !read(line))).toEqual(lead);
  });

  it('tells of a link that was lost what became of it and of those before it', () => {
    expect(noteOf('today-link-not-delivered').slice(-2)).toEqual([
      '- One-time sign-in link: Not delivered · 2026-11-23 09:00 UTC: bounced (550) · 2026-11-19 18:00 UTC: delivered · result: Sign-in link not delivered',
      '- GitLab.com reset email: None found · not needed because of “One-time sign-in link: Not delivered”',
    ]);
    expect(noteOf('today-link-refused')).toContain(
      '- One-time sign-in link: Not delivered · 2026-11-23 09:00 UTC: bounced (550) · Receiving server: mx.example.com (Microsoft) · result: Sign-in link not delivered',
    );
  });

  it('tells of a link that arrived where it may be', () => {
    expect(noteOf('today-not-linked')).toContain(`- One-time sign-in link: Sent · ${delivered}`);
  });

  it('says what nobody has looked at, what that may add, and no more than that', () => {
    const note = noteOf('today-no-mail');
    expect(note).toContain(
      '- Linked to GitLab.com: Unknown · A GitLab.com account is linked; with which address is not said. · may also apply: Linked with another address',
    );
    expect(note).toContain(
      '- Password allowed on GitLab.com: Unknown · The app cannot look this up: check it yourself. · may also apply: Enterprise user without password',
    );
    expect(note.join('\n')).not.toContain('Login changed later');
    expect(noteOf('today-login-off')).toContain(
      '- Login changed later: Unknown · The app cannot look this up: check it yourself. · may also apply: Login switched off by an admin',
    );
  });

  it('says of links without a listed subject neither “sent” nor “none”', () => {
    const line = noteOf('today-no-subject').find((one) => one.startsWith('- One-time'));
    expect(line).toMatch(/^- One-time sign-in link: Unknown · No subject is set/);
    expect(line).not.toMatch(/None found|: Sent|bounced/);
  });
});
