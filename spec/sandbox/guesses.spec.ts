import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quirkGroups, quirkValues } from '../../sandbox/proxy/quirks';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const [, list = ''] =
  /\n## Point by point([^]*?)\n## /.exec(`${read('docs/sandbox.md')}\n## `) ?? [];

const rows = list
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, point = '', follows = '', turned = '']) => ({ point, follows, turned }))
  .filter(({ point }) => point !== 'Point' && !/^-+$/.test(point));

const namesIn = (turned: string) => [...turned.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

it('says of every point where it comes from', () => {
  expect(rows.length).toBeGreaterThan(30);
  const kinds = /^(documentation|recording|real software|guess)\b/;
  expect(rows.filter(({ follows }) => !kinds.test(follows))).toEqual([]);
});

it('has a switch for every guess', () => {
  const guesses = rows.filter(({ follows }) => follows.startsWith('guess'));
  expect(guesses.length).toBeGreaterThan(12);
  expect(guesses.filter(({ turned }) => turned === '')).toEqual([]);
});

it('has every switch of the workspace, with its values, the usual one first', () => {
  const listed = rows.flatMap(({ turned }) => {
    const [, name = '', values = ''] = /^`(\w+)`: (.+)$/.exec(turned) ?? [];
    return name === '' ? [] : [[name, values.split(', ')] as const];
  });
  expect(Object.fromEntries(listed)).toEqual(quirkValues);
});

it('has every other switch in the options of the local Mailgun', () => {
  const options = read('sandbox/mailgun/options.ts');
  const others = rows
    .flatMap(({ turned }) => namesIn(turned))
    .filter((name) => !Object.hasOwn(quirkValues, name));
  expect(others.length).toBeGreaterThan(8);
  expect(others.filter((name) => !options.includes(`readonly ${name}?:`))).toEqual([]);
});

it('can be turned in the workspace, in groups', () => {
  const dock = read('sandbox/host/dock.ts');
  const groups = Object.keys(quirkGroups);
  expect(groups.filter((name) => !dock.includes(`  ${name}: '`))).toEqual([]);
});
