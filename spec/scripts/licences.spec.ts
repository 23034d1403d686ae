import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shipped } from '../../scripts/lib/licences';
import packageJson from '../../package.json';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

describe('docs/licences.md', () => {
  const page = read('docs/licences.md');

  it('lists what is installed for production (npm run draw:licences)', () => {
    const listed = [...page.matchAll(/^\| \[(\S+)\]\S+ +\| (\d\S*) +\| (\S+) +\|$/gm)];
    const rows = listed.map(([, ...cells]) => cells.join(' '));
    expect(rows.length).toBeGreaterThan(40);
    expect([...new Set(shipped.map((one) => one.join(' ')))].sort()).toEqual(rows.sort());
    expect(rows).toContain(`react ${packageJson.dependencies.react} MIT`);
  });

  it('leaves out what only development needs, and knows the licence of every package', () => {
    expect(page).not.toContain('[jest]');
    expect(page).not.toContain('| ?');
  });
});

describe('docs/dependencies.md', () => {
  it('gives a reason for every package of package.json, and for no other', () => {
    const named = [...read('docs/dependencies.md').matchAll(/^\| (.+?) +\|/gm)].flatMap(
      ([, cell]) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    const { dependencies, devDependencies } = packageJson;
    expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });
});
