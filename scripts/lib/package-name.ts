import type { AppFiles } from './app-files';

/** `customersdot-sign-in-check-1.0.0.zip` */
export function packageName(files: AppFiles): string {
  const manifest: unknown = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString());
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? manifest.version
      : undefined;
  if (typeof version !== 'string' || !/^[\w.-]+$/.test(version)) {
    throw new Error('manifest.json has no version to name the package with.');
  }
  return `customersdot-sign-in-check-${version}.zip`;
}
