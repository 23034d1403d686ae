import { cp, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, loadConfigFromFile, mergeConfig, type Plugin } from 'vite';
import { root } from '../lib/root';

export type Variant = 'app' | 'serial';

const lookups = resolve(root, 'src/app/lookups.ts');
const serialLookups = resolve(root, 'scripts/bench/serial-lookups.ts');

/** Everybody gets the serial lookups, but for the serial lookups themselves. */
function replaceLookups(replaced: () => void): Plugin {
  return {
    name: 'serial-lookups',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('/lookups') || importer === serialLookups) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (found?.id !== lookups) return null;
      replaced();
      return serialLookups;
    },
  };
}

/** An app folder as `npm run build` makes it, somewhere else: `dist` stays what it is. */
export async function buildVariant(variant: Variant, folder: string): Promise<void> {
  const loaded = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    resolve(root, 'vite.config.ts'),
  );
  if (!loaded) throw new Error('There is no vite.config.ts.');
  const { plugins = [], ...config } = loaded.config;
  let replacements = 0;
  await build(
    mergeConfig(config, {
      configFile: false,
      logLevel: 'warn',
      plugins: [
        // It writes into `dist`.
        plugins.flat().filter((plugin) => !isNamed(plugin, 'app-folder')),
        variant === 'serial' ? replaceLookups(() => (replacements += 1)) : [],
      ],
      build: { outDir: resolve(folder, 'assets'), emptyOutDir: true },
    }),
  );
  if (variant === 'serial' && replacements === 0) {
    throw new Error('Nothing imports src/app/lookups.ts any more: the baseline would be the app.');
  }
  await copyRest(folder);
}

function isNamed(plugin: unknown, name: string): boolean {
  return typeof plugin === 'object' && plugin !== null && 'name' in plugin && plugin.name === name;
}

async function copyRest(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    ['manifest.json', 'requirements.json', 'assets', 'translations'].map((path) =>
      cp(resolve(root, path), resolve(folder, path), { recursive: true }),
    ),
  );
}
