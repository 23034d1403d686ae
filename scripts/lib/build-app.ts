import { resolve } from 'node:path';
import { build } from 'vite';
import type { AppFiles } from './app-files';
import { readBuiltApp } from './built-app';
import { root } from './root';

export async function buildApp(): Promise<AppFiles> {
  await build({ configFile: resolve(root, 'vite.config.ts'), logLevel: 'warn' });
  return readBuiltApp();
}
