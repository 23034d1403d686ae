import { resolve } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

/** The npm build of Zendesk's SDK, unmodified, as the global that its CDN build is. */
export function bundleSdk(root: string): Promise<string> {
  return bundle(root, {
    entryPoints: [resolve(root, 'node_modules/zendesk_app_framework_sdk/lib/index.js')],
    globalName: 'ZAFClient',
  });
}

/** The workspace page. */
export function bundleHost(root: string): Promise<string> {
  return bundle(root, { entryPoints: [resolve(root, 'sandbox/host/main.ts')] });
}

async function bundle(root: string, options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
    ...options,
  });
  return outputFiles[0]?.text ?? '';
}
