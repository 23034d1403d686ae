import type { AppFiles } from './app-files';
import { hostsIn } from './hosts';
import { fieldsOf, parseObject } from './json';

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
