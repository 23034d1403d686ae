import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

const sources = [
  'src',
  'assets',
  'translations',
  'manifest.json',
  'requirements.json',
  'vite.config.ts',
  'package-lock.json',
];

/** Builds the app folder unless it is newer than everything it is made of. Says whether it built. */
export async function buildApp(root: string): Promise<boolean> {
  const built = resolve(root, 'dist/assets/index.html');
  const manifest = resolve(root, 'dist/manifest.json');
  if (existsSync(built) && existsSync(manifest)) {
    const newest = Math.max(...sources.map((source) => newestIn(resolve(root, source))));
    if (statSync(built).mtimeMs > newest) return false;
  }
  const { build } = await import('vite');
  await build({ configFile: resolve(root, 'vite.config.ts'), logLevel: 'warn' });
  return true;
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(resolve(path, name))));
}
