import { readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { chunkFiles, minifiedOnceMore } from './scripts/lib/chunk-files.ts';
import { hostsOfBuild, manifestFor } from './scripts/lib/hosts.ts';
import { lighterLibraries } from './scripts/lib/lighter-libraries.ts';
import { wordsInTwoParts } from './scripts/lib/words-in-two-parts.ts';

const root = import.meta.dirname;
const dist = resolve(root, 'dist');

/** For the hosts that this package is made for: Zendesk and the app go by the same list. */
function manifestText(): string {
  const manifest = JSON.parse(readFileSync(resolve(root, 'manifest.json'), 'utf8')) as object;
  return `${JSON.stringify(manifestFor({ ...manifest }, hostsOfBuild()), null, 2)}\n`;
}

/** Zendesk reads these beside `assets/`. Only the top-level translations: the panel's own words are bundled. */
function appFolder(): Plugin {
  return {
    name: 'app-folder',
    apply: 'build',
    load: { filter: { id: /\/manifest\.json$/ }, handler: manifestText },
    async closeBundle() {
      await mkdir(resolve(dist, 'translations'), { recursive: true });
      await Promise.all([
        writeFile(resolve(dist, 'manifest.json'), manifestText()),
        cp(resolve(root, 'requirements.json'), resolve(dist, 'requirements.json')),
        cp(resolve(root, 'translations'), resolve(dist, 'translations'), {
          recursive: true,
          filter: (path) => !/translations\/(panel|replies|lost)/.test(path),
        }),
        cp(resolve(root, 'assets'), resolve(dist, 'assets'), { recursive: true }),
      ]);
    },
  };
}

/** Vite's helper preloads what a chunk needs. Ours need nothing but themselves, so importing is all there is to do. */
function plainDynamicImports(): Plugin {
  return {
    name: 'plain-dynamic-imports',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}

/** panel-de.js, details-de.js, setup-de.js, replies-de.js, lost-de.js, labels-de.js: the folder and the part tell them apart. */
function wordsPrefix(file: string): string {
  const found = /translations\/(?:(panel|replies|lost)\/)?[\w-]+\.json\??(\w*)$/.exec(file);
  if (!found) return '';
  const [, folder = 'labels', part] = found;
  if (part === 'later') return 'details-';
  return part === 'asked' ? 'setup-' : `${folder}-`;
}

const chunks = chunkFiles({
  app: [resolve(root, 'src/main.tsx')],
  later: [
    resolve(root, 'src/panel/later-parts.tsx'),
    resolve(root, 'src/app/reply-effects.ts'),
    resolve(root, 'src/app/composer-effects.ts'),
    resolve(root, 'src/customersdot/read-accounts.ts'),
    resolve(root, 'src/mailgun/mails.ts'),
  ],
});

export default defineConfig({
  root: resolve(root, 'src'),
  // Zendesk serves the assets from a path of its own choosing.
  base: './',
  publicDir: false,
  plugins: [
    wordsInTwoParts(),
    plainDynamicImports(),
    lighterLibraries(),
    react(),
    chunks.plugin,
    minifiedOnceMore(),
    appFolder(),
  ],
  build: {
    outDir: resolve(dist, 'assets'),
    emptyOutDir: true,
    assetsDir: '',
    target: 'es2022',
    // The polyfill would fetch; the app's Content-Security-Policy forbids every connection.
    modulePreload: false,
    sourcemap: false,
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ facadeModuleId }) => `${wordsPrefix(facadeModuleId ?? '')}[name].js`,
        assetFileNames: '[name][extname]',
        codeSplitting: { groups: [{ debugName: 'chunks', name: chunks.fileOf }] },
      },
    },
  },
});
