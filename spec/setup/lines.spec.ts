import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../../fixtures/open-state';
import {
  type SetupLine,
  type SetupLineId,
  type SetupLineState,
  exitCodeOf,
  inOrder,
  partOf,
  docsName,
  setupDocs,
  setupLineIds,
  setupParts,
  unsafeFindings,
} from '../../src/setup/lines';
import { linesOfCommas } from '../../src/setup/subjects';

const line = (id: SetupLineId, state: SetupLineState): SetupLine => ({
  id,
  state,
  found: { key: 'setup.not_checked' },
});

const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

test.each(Object.entries(setupDocs))('%s: %s is in the docs', (_, place) => {
  const [file = '', anchor] = place.split('#');
  const path = join(__dirname, '../../docs', file);
  expect(existsSync(path)).toBe(true);
  const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => text);
  expect(anchor === undefined || headings.some((text = '') => slug(text) === anchor)).toBe(true);
});

test.each(setupLineIds)('%s: its place in the docs is named as it is headed there', (id) => {
  const [file = '', anchor] = setupDocs[id].split('#');
  const path = join(__dirname, '../../docs', file);
  const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => text);
  const [page = ''] = headings;
  const section = headings.find((text = '') => slug(text) === anchor);
  expect(docsName(id)).toBe(section === undefined ? page : `${page}, “${section}”`);
});

it('has lines of every part, each part in one piece', () => {
  const parts = setupLineIds.map(partOf);
  expect(parts.filter((part, index) => part !== parts[index - 1])).toEqual(setupParts);
});

it('puts lines into the order of the list, whatever came first', () => {
  const lines = setupLineIds.map((id) => line(id, 'works'));
  expect(inOrder(lines.toReversed())).toEqual(lines);
});

it('calls unsafe what would make a verdict wrong, and only once it is known', () => {
  const all = (state: SetupLineState) =>
    unsafeFindings(setupLineIds.map((id) => line(id, state))).map(({ id }) => id);
  expect(all('fails')).toEqual(['settings-domains', 'mailgun-portal-mail', 'mailgun-gitlab-mail']);
  expect(all('unknown')).toEqual([]);
  expect(all('works')).toEqual([]);
});

it.each([
  [['works', 'works'], 0],
  [['works', 'fails', 'unknown'], 1],
  [['works', 'unknown'], 2],
  [[], 2],
] as const)('%j exits with %d', (states, code) => {
  expect(exitCodeOf(states.map((state) => line('mailgun-key', state)))).toBe(code);
});

it.each([
  ['both logs were read', true, true, 'one_with_comma'],
  ['one log was not read', true, false, 'one_unchecked'],
  ['no log was read', false, false, 'one_unchecked'],
] as const)(
  'says of a subject with a comma that no such email was seen only where %s',
  (_, portal, gitlab, what) => {
    const mails = (domain: string, isRead: boolean) => ({
      domain,
      newest: isRead ? { mails: [], isAll: true } : undefined,
      oldest: undefined,
      bySubject: new Map<string, number>(),
    });
    const seen = {
      portal: mails('customers.gitlab.com', portal),
      gitlab: mails('mg.gitlab.com', gitlab),
      window: { from: 0, to: 1 },
      isWindowRefused: false,
    };
    const withComma = { ...settings, resetSubjects: ['Hello, here is your password'] };

    expect(linesOfCommas(withComma, seen).map(({ found }) => found)).toEqual([
      { key: `setup.subjects.${what}`, values: { setting: 'reset_subjects' } },
    ]);
  },
);
