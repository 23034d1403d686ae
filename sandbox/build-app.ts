import { existsSync, readdirSync, statSync, watch } from 'node:fs';
import { resolve } from 'node:path';
import { debounce } from 'es-toolkit/function';

interface Bundle {
  readonly config: string;
  /** What must be there. The first is written by every build. */
  readonly built: readonly string[];
  readonly sources: readonly string[];
}

const app: Bundle = {
  config: 'vite.config.ts',
  built: ['dist/assets/index.html', 'dist/manifest.json'],
  sources: ['src', 'assets', 'translations', 'manifest.json', 'requirements.json'],
};

const gallery: Bundle = {
  config: 'vite.gallery.config.ts',
  built: ['dist-gallery/index.html'],
  sources: ['src', 'translations', 'sandbox/gallery', 'fixtures'],
};

/** Builds the app folder unless it is newer than everything it is made of. Says whether it built. */
export const buildApp = (root: string): Promise<boolean> => buildOnce(root, app);

/** The same for the gallery of the panel's states. */
export const buildGallery = (root: string): Promise<boolean> => buildOnce(root, gallery);

/** Builds the app after each change to what it is made of, and says so. The returned function ends it. */
export function watchApp(root: string, onBuilt: () => void): () => void {
  let building = Promise.resolve();

  async function rebuild(): Promise<void> {
    try {
      if (!(await buildApp(root))) return;
      console.log('Built the app anew.');
      onBuilt();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }

  // An editor writes a file in several steps.
  const rebuildSoon = debounce(() => {
    building = building.then(rebuild);
  }, 100);
  const watchers = app.sources.map((source) =>
    watch(resolve(root, source), { recursive: true }, rebuildSoon),
  );
  return () => {
    rebuildSoon.cancel();
    watchers.forEach((watcher) => {
      watcher.close();
    });
  };
}

async function buildOnce(root: string, bundle: Bundle): Promise<boolean> {
  if (isFresh(root, bundle)) return false;
  const { build } = await import('vite');
  // Jest calls its environment "test", and Vite would bundle the libraries as they are while they are developed.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: resolve(root, bundle.config), logLevel: 'warn' });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  return true;
}

function isFresh(root: string, { config, built, sources }: Bundle): boolean {
  if (!built.every((path) => existsSync(resolve(root, path)))) return false;
  const madeOf = [...sources, config, 'package-lock.json'];
  const newest = Math.max(...madeOf.map((source) => newestIn(resolve(root, source))));
  return newestIn(resolve(root, built[0] ?? '')) > newest;
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(resolve(path, name))));
}
