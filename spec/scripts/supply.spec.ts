import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sbom } from '../../scripts/lib/licences';

const root = join(__dirname, '../..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<
    Record<string, { name?: string; version?: string; hasInstallScript?: boolean }>
  >;
};
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? '';

it('the list beside the package names every package that is locked, in its version', () => {
  const { components } = JSON.parse(sbom()) as {
    components: readonly { 'bom-ref': string }[];
  };
  const listed = new Set(components.map((component) => component['bom-ref']));
  const locked = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { name = nameOf(path), version = '' }]) => `${name}@${version}`);
  expect(locked.length).toBeGreaterThan(500);
  expect(locked.filter((one) => !listed.has(one))).toEqual([]);
});

it('the packages with install scripts are the ones the page names', () => {
  const [, section = ''] =
    /## Install scripts\n([^]*)$/.exec(readFileSync(join(root, 'docs/dependencies.md'), 'utf8')) ??
    [];
  const named = [...section.matchAll(/^- `([^`]+)`$/gm)].map(([, name]) => name);
  const found = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  expect(named).toEqual([...new Set(found)].sort());
});
