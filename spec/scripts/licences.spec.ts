import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productionPaths, readPackage, type LockFile } from '../../scripts/lib/licences';
import packageJson from '../../package.json';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

describe('productionPaths', () => {
  it('leaves out the project itself and what only development needs', () => {
    const packages = {
      '': {},
      'node_modules/react': {},
      'node_modules/jest': { dev: true },
      'node_modules/fsevents': { devOptional: true },
    };
    expect(productionPaths({ packages })).toEqual(['node_modules/react']);
  });
});

describe('readPackage', () => {
  it.each([
    [{ license: 'MIT' }, 'MIT'],
    [{ license: { type: 'ISC' } }, 'ISC'],
    [{ licenses: [{ type: 'BSD-3-Clause' }] }, 'BSD-3-Clause'],
    [{}, '?'],
  ])('reads %j', (json, licence) => {
    expect(readPackage({ name: 'a', version: '1.0.0', ...json })).toMatchObject({ licence });
  });

  it.each([
    ['git+https://github.com/a/b.git', 'https://github.com/a/b'],
    ['git@github.com:a/b.git', 'https://github.com/a/b'],
    ['github:a/b', 'https://github.com/a/b'],
    ['a/b', 'https://github.com/a/b'],
    ['https://github.com/a/b/tree/main/packages/c', 'https://github.com/a/b'],
    ['https://example.com/a', 'https://example.com/a'],
    ['javascript:alert(1)', ''],
  ])('links %s', (repository, url) => {
    expect(readPackage({ repository }).url).toBe(url);
    expect(readPackage({ repository: { url: repository } }).url).toBe(url);
  });
});

describe('docs/licences.md', () => {
  const lock = JSON.parse(read('package-lock.json')) as LockFile;
  const page = read('docs/licences.md');

  it('lists what is installed for production (npx tsx scripts/licences.ts)', () => {
    const installed = productionPaths(lock).map((path) => {
      const name = path.split('node_modules/').at(-1);
      return `${name} ${lock.packages[path]?.version}`;
    });
    const listed = [...page.matchAll(/^\| (\S+) +\| (\d\S*) /gm)].map(([, a, b]) => `${a} ${b}`);
    expect([...new Set(installed)].sort()).toEqual(listed.sort());
  });

  it('knows the licence of every package', () => {
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
