import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import manifest from '../../manifest.json';
import requirements from '../../requirements.json';
import { parseLookupWay } from '../../src/shared/lookup-way';
import packageJson from '../../package.json';
import texts from '../../translations/en.json';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
];

const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function isThere(page: string, link: string): boolean {
  const [path = '', fragment] = link.split('#');
  const target = path === '' ? join(root, page) : join(root, dirname(page), path);
  if (!existsSync(target)) return false;
  if (fragment === undefined) return true;
  const headings = readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].some(([, heading]) => anchor(heading ?? '') === fragment);
}

function linksIn(page: string): readonly string[] {
  const text = read(page);
  return [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
    .map(([, markdown, html]) => markdown ?? html ?? '')
    .filter((link) => !/^(https?|mailto):/.test(link));
}

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => {
    expect(linksIn(page).filter((link) => !isThere(page, link))).toEqual([]);
  });

  it('names no place on somebody’s machine', () => {
    expect(read(page)).not.toMatch(/(^|[\s`("])\/(home|work|tmp|root|Users)\//m);
  });

  it('names only scripts that package.json has', () => {
    const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
    expect(named.filter((script) => !(script ?? '').endsWith(':'))).toEqual(
      named.filter((script) => Object.hasOwn(packageJson.scripts, script ?? '')),
    );
  });
});

describe('the pages for admins and reviewers', () => {
  it('names, for what security.md claims, only specs that are there', () => {
    const rooms = readdirSync(join(root, 'spec'));
    const named = [...read('docs/security.md').matchAll(/`([a-z0-9]+)\/([a-z-]+)`/g)]
      .filter(([, room = '']) => rooms.includes(room))
      .map(([, room = '', name = '']) => `spec/${room}/${name}.spec.ts`);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names every setting in install.md as Admin Center does', () => {
    const page = read('docs/install.md');
    const { parameters } = texts.app;
    const rows = page.slice(page.indexOf('## 4. Settings'), page.indexOf('## 5.')).split('\n');
    const nameless = Object.entries(parameters).filter(
      ([name, { label }]) =>
        !rows.some((row) => row.includes(`\`${name}\``) && row.split(' | ')[0]?.includes(label)),
    );
    expect(nameless).toEqual([]);
  });

  it('show each claim by a spec and a test that are there', () => {
    const page = read('docs/security-claims.md');
    const claims = [...page.matchAll(/`([a-z0-9]+(?:\/[a-z-]+)+)`((?:[:;] "[^"]+")+)/g)].flatMap(
      ([, spec = '', tests = '']) =>
        [...tests.matchAll(/"([^"]+)"/g)].map(([, test = '']) => ({ spec, test })),
    );
    expect(claims.length).toBeGreaterThan(60);
    const missing = claims.filter(({ spec, test }) => {
      const files = ['ts', 'tsx'].map((ending) => join(root, `spec/${spec}.spec.${ending}`));
      return !files.some((file) => existsSync(file) && readFileSync(file, 'utf8').includes(test));
    });
    expect(missing).toEqual([]);
  });

  it('claim nothing in the appendix without what shows it', () => {
    const rows = read('docs/security-claims.md')
      .split('\n')
      .filter((line) => /^\| (?!Claim|-)/.test(line))
      .map((line) => line.split(' | ')[1] ?? '');
    expect(rows.length).toBeGreaterThan(40);
    const shown = /^`[^`]+`|^Read|^Tried|^RailsAdmin: tried|^Worded|^A decision/;
    expect(rows.filter((row) => !shown.test(row))).toEqual([]);
  });

  it('have every section of security.md in the appendix', () => {
    const sections = (page: string) =>
      [...read(page).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(sections('docs/security-claims.md')).toEqual(
      sections('docs/security.md').filter((heading) => heading !== 'Reporting'),
    );
  });

  it('describe every setting', () => {
    const page = read('docs/install.md');
    expect(manifest.parameters.filter(({ name }) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('give each way of looking an account up a path that the app takes for it', () => {
    const page = read('docs/install.md');
    const [head = '', , ...rows] = (/^\| Way[^]*?\n\n/m.exec(page)?.[0] ?? '').trim().split('\n');
    const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
    expect(rows.map((row) => cellsOf(row).length)).toEqual(rows.map(() => cellsOf(head).length));
    const ways = rows.map((row) => {
      const [, , path = ''] = cellsOf(row);
      return parseLookupWay(path.startsWith('empty') ? '' : (/`([^`]+)`/.exec(path)?.[1] ?? '?'));
    });
    expect(ways).toMatchObject(
      ['by-hand', 'endpoint', 'compact-list', 'export'].map((way) => ({
        ok: true,
        value: { way },
      })),
    );
  });

  it('count the macros', () => {
    const count = Object.keys(requirements.macros).length;
    expect(read('docs/install.md')).toContain(`Installing creates ${count} macros`);
  });

  it('name every host that requests may go to, and every secret', () => {
    const page = read('docs/security.md');
    const secrets = manifest.parameters.filter(({ secure }) => secure).map(({ name }) => name);
    const named = [...manifest.domainWhitelist, ...secrets];
    expect(named.filter((one) => !page.includes(`\`${one}\``))).toEqual([]);
  });
});

describe('the page for developers', () => {
  it('names every room', () => {
    const page = read('docs/architecture.md');
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}/`);
    expect(rooms.filter((room) => !page.includes(room))).toEqual([]);
  });

  it('names only files that are there', () => {
    const page = read('docs/architecture.md');
    const files = [...page.matchAll(/`((?:\w[\w-]*\/)+[\w.-]+\.(?:ts|tsx|json|js))`/g)].flatMap(
      ([, file]) => file ?? '',
    );
    const missing = files.filter((file) =>
      ['', 'src'].every((place) => !existsSync(join(root, place, file))),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(missing.map((file) => relative('.', file))).toEqual([]);
  });
});
