import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import manifest from '../../manifest.json';
import { lookupPaths } from '../../sandbox/scenarios/lookup-paths';
import { setupMessages } from '../../scripts/lib/setup-faults-page';
import type { SetupLine, SetupMessage, SetupReport } from '../../src/setup/lines';
import { createSetupCheck } from '../../src/setup/run';
import { lineWords, setupAsText } from '../../src/setup/setup-in-words';
import type { Clock } from '../../src/shared/clock';
import { ok } from '../../src/shared/failure';
import { languages } from '../../src/shared/reply';
import type { IncomingAnswer } from '../../src/shared/request';
import { type Catalogue, createMessages } from '../../src/wording/translate';
import type texts from '../../translations/en.json';
import { createFakeZaf } from '../support/fake-zaf';

const now = Date.UTC(2026, 10, 23, 12, 0);
const t = setupMessages(() => now);
const report = (...lines: readonly SetupLine[]): SetupReport => ({ kind: 'done', lines, at: now });

it('is a table with time and version, what was found and what to do', () => {
  const text = setupAsText(
    report({
      id: 'mailgun-reset',
      state: 'works',
      found: { key: 'setup.mailgun.matched', values: { matched: 12 } },
      subjects: [
        { subject: 'Reset password instructions', what: 'matched', portal: 9, gitlab: 3 },
        { subject: 'Widgets | Reset', what: 'unlisted', portal: 1, gitlab: 0 },
      ],
    }),
    t,
    '2.1.0',
  );
  expect(text.split('\n')).toEqual([
    '## Set-up check of CustomersDot Sign-in Check 2.1.0',
    '',
    expect.stringMatching(/^Checked:? .*2026.*12:00.*UTC\.$/),
    '',
    '| State | What | Found | Next step | More |',
    '| --- | --- | --- | --- | --- |',
    '| works | Mailgun: Subjects of reset emails | Emails with these subjects were seen: 12. “Reset password instructions”: 9 from the portal, 3 from GitLab.com. (another subject): 1 from the portal, 0 from GitLab.com. |  | docs/install.md#4-settings |',
    '',
  ]);
});

it('says that it was stopped', () => {
  const text = setupAsText({ ...report(), kind: 'cancelled' }, t, '2.1.0');
  expect(text).toContain('Stopped before the end.');
});

const planted = 'zq7planted';
const address = `${planted}@example.com`;
const subjects = [
  `Reset password ${planted}`,
  `Reset password instructions | ${planted}`,
  `${planted} | Login (#1)`,
  `Confirm ${planted}`,
];
const item = (subject: string, at: number) => ({
  id: planted,
  event: 'delivered',
  '@timestamp': new Date(at).toISOString(),
  domain: { name: 'customers.gitlab.com' },
  recipient: address,
  message: { headers: { subject, to: address, from: planted, 'message-id': `${planted}${at}` } },
});
const answers: readonly Pick<IncomingAnswer, 'status' | 'body'>[] = [
  {
    status: 200,
    body: JSON.stringify({
      items: subjects.map((subject, nth) => item(subject, now - nth)),
      pagination: {},
      start: 'Sat, 24 Oct 2026 12:00:00 -0000',
      end: 'Mon, 23 Nov 2026 12:00:00 -0000',
    }),
  },
  { status: 200, body: JSON.stringify({ customers: [{ id: planted, email: address }] }) },
  { status: 200, body: JSON.stringify([{ id: 1, label: planted }]) },
  { status: 400, body: JSON.stringify({ error: planted, message: planted }) },
  { status: 401, body: 'Forbidden' },
  { status: 403, body: `<html><h1>${planted}</h1></html>` },
  { status: 302, body: planted },
  { status: 429, body: JSON.stringify({ message: planted }) },
  { status: 200, body: `<html>${planted}<input type="password"></html>` },
  { status: 200, body: planted },
];
const impatient: Clock = {
  now: () => now,
  after: (_, callback) => {
    const timer = setTimeout(callback, 0);
    return () => {
      clearTimeout(timer);
    };
  },
};
const someWay = fc.constantFrom(...Object.values(lookupPaths));
const someAnswers = fc.array(fc.constantFrom(...answers), { minLength: 1, maxLength: 6 });
const broken = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  { macro_ids: `${planted}: 360001234567` },
  { customersdot_host: `https://${planted}.example.com/` },
  { auto_run_forms: planted },
  { reset_subjects: `${planted}, Unlock instructions` },
);

it('holds no address, no name, no foreign subject and no words of anybody else, whatever they answer', async () => {
  await fc.assert(
    fc.asyncProperty(someWay, someAnswers, broken, async (path, said, wrong) => {
      let asked = 0;
      const client = createFakeZaf({
        draft: planted,
        paths: {
          currentUser: { id: 7, email: address, name: planted, role: 'admin' },
          'ticket.requester': { id: 9, name: planted, email: address, identities: [] },
          'ticket.subject': planted,
          'ticket.editor.targetChannel': { name: planted },
        },
        respond: ({ url }) =>
          url.includes('/macros/')
            ? { status: 200, responseText: `{"macro":{"title":"${planted}"}}`, headers: {} }
            : undefined,
      });
      const defaults = manifest.parameters.map((one) => [
        one.name,
        'default' in one ? one.default : undefined,
      ]);
      const check = createSetupCheck({
        client,
        clock: impatient,
        send: () => {
          const answer = said[asked % said.length]!;
          asked += 1;
          return Promise.resolve(ok({ ...answer, headers: { 'x-request-id': planted } }));
        },
        settings: () =>
          Promise.resolve(
            ok({
              ...(Object.fromEntries(defaults) as object),
              customersdot_lookup_path: path,
              confirmation_subjects: `Confirm ${planted}`,
              macro_ids: 'reseller = 360001234567',
              ...wrong,
            }),
          ),
        whitelist: manifest.domainWhitelist,
        sdk: { version: `<${planted}>`, origin: 'https://example.zendesk.com' },
      });
      const text = await new Promise<string>((done) => {
        check.subscribe(() => {
          const state = check.getState();
          if (state.kind === 'done') done(setupAsText(state, t, '2.1.0'));
        });
        check.start({ known: address });
      });
      expect(text).not.toContain(planted);
      expect(text).not.toMatch(/@|\{\w+\}|setup\./);
      expect(text.split('\n').length).toBeGreaterThan(8);
    }),
    { numRuns: 60 },
  );
});

describe.each(languages)('in %s', (language) => {
  const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const { app } = read(`translations/${language}.json`) as typeof texts;
  const words = read(`translations/panel/${language}.json`) as Catalogue;
  const labels = Object.entries(app.parameters).map(([name, { label }]) => [
    `label.${name}`,
    label,
  ]);
  const messages = createMessages(
    language,
    { ...words, ...(Object.fromEntries(labels) as Catalogue) },
    { now: () => now },
  );
  const values = { setting: 'reset_subjects', days: 7, other: 'eu', value: 'password' };

  it.each(Object.keys(words).filter((key) => key.startsWith('setup.next.')))(
    '%s names settings as Admin Center does',
    (key) => {
      const { next } = lineWords(
        {
          id: 'mailgun-key',
          state: 'fails',
          found: { key: 'setup.not_checked' },
          next: { key: key as SetupMessage['key'], values },
        },
        messages,
      );
      expect(next).not.toMatch(/[{}]|[a-z]_[a-z]/);
      expect(next).not.toContain('label.');
    },
  );

  it('names the setting whose subjects are on one line', () => {
    const found = { key: 'setup.subjects.commas', values } as const;
    const line = { id: 'settings-subjects', state: 'fails', found } as const;
    expect(lineWords(line, messages).found).toContain(app.parameters.reset_subjects.label);
  });
});
