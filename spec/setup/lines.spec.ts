import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type SetupLine,
  type SetupLineId,
  type SetupLineState,
  exitCodeOf,
  inOrder,
  partOf,
  setupDocs,
  setupLineIds,
  setupParts,
  unsafeFindings,
} from '../../src/setup/lines';

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
