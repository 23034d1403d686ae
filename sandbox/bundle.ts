import { resolve } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const bundles = new Map<string, string>();

/** The npm build of Zendesk's SDK, unmodified, as the global that its CDN build is. */
export function bundleSdk(root: string): string {
  return bundle({
    absWorkingDir: root,
    entryPoints: [resolve(root, 'node_modules/zendesk_app_framework_sdk/lib/index.js')],
    globalName: 'ZAFClient',
  });
}

/** The workspace page. */
export function bundleHost(root: string): string {
  return bundle({ absWorkingDir: root, entryPoints: [resolve(root, 'sandbox/host/main.ts')] });
}

/** Once a process: neither changes while one runs. Not by esbuild's service, which outlives whoever started it. */
function bundle(options: BuildOptions): string {
  const key = JSON.stringify(options);
  const known = bundles.get(key);
  if (known !== undefined) return known;
  const { outputFiles } = buildSync({
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
    ...options,
  });
  const text = outputFiles?.[0]?.text ?? '';
  bundles.set(key, text);
  return text;
}
