import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { AppFiles } from './app-folder';
import { hostsIn } from './hosts';
import { fieldsOf, parseObject } from './json';

/** What Zendesk reads of an app folder, and nothing else: no settings file of zcli, no sources, no maps. */
export function belongsInPackage(path: string): boolean {
  return (
    path === 'manifest.json' ||
    path === 'requirements.json' ||
    /^translations\/[a-z]{2,3}(-\w{2,4})?\.json$/.test(path) ||
    (path.startsWith('assets/') && !path.endsWith('.map') && !/(^|\/)\./.test(path))
  );
}

/** Read by the zip format as local time, so that it gives the same bytes in every time zone. */
const mtime = new Date(1980, 0, 1);

/** The same files give the same bytes: sorted, with no folders, owners or dates of their own. */
export function pack(files: AppFiles): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (belongsInPackage(path)) entries[path] = new Uint8Array(bytes);
  }
  return zipSync(entries, { level: 9, mtime, os: 3, attrs: 0o644 << 16 });
}

export function unpack(zip: Uint8Array): AppFiles {
  return new Map(Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/')));
}

/** `customersdot-sign-in-check-1.0.0.zip`; `…-1.0.0-staging-eu.zip` for other hosts than the usual ones. */
export function packageName(files: AppFiles): string {
  const manifest = fieldsOf(parseObject(files.get('manifest.json')));
  const { version } = manifest;
  if (typeof version !== 'string' || !/^[\w.-]+$/.test(version)) {
    throw new Error('manifest.json has no version to name the package with.');
  }
  const hosts = hostsIn(manifest);
  const other = [
    ...(hosts?.portal === 'staging' ? ['-staging'] : []),
    ...(hosts?.region === 'eu' ? ['-eu'] : []),
  ].join('');
  return `customersdot-sign-in-check-${version}${other}.zip`;
}
