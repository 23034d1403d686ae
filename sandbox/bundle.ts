import { resolve } from 'node:path';
import { memoize } from 'es-toolkit/function';
import { type BuildOptions, buildSync } from 'esbuild';

/** The npm build of Zendesk's SDK, unmodified, as the global that its CDN build is. Bundled once a process, as all here. */
export const bundleSdk = memoize((root: string) =>
  bundle(root, 'node_modules/zendesk_app_framework_sdk/lib/index.js', { globalName: 'ZAFClient' }),
);

/** The workspace page. */
export const bundleHost = memoize((root: string) => bundle(root, 'sandbox/host/main.ts'));

/** A script for a page. Not by esbuild's service, which outlives whoever started it. */
export function bundle(root: string, file: string, options: BuildOptions = {}): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [resolve(root, file)],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}
