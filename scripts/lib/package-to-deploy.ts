import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { type AppFiles, root } from './app-folder';
import type { Package } from './deploy-app';
import { hostsIn } from './hosts';
import { belongsInPackage, unpack, packageName } from './pack';
import { fieldsOf, parseObject, textOf } from './json';

/** What `npm run package` writes beside a package. */
export interface Origin {
  /** Of the zip, in hexadecimal. */
  readonly sha256: string;
  /** The commit that it was built from; `null`: something was not committed, or this is no repository. */
  readonly commit: string | null;
}

export const originName = (packageFile: string): string =>
  packageFile.replace(/(?:\.zip)?$/, '.built.json');

export function originOf(zip: Uint8Array): Origin {
  return { sha256: sha256Of(zip), commit: cleanCommit() ?? null };
}

const sha256Of = (zip: Uint8Array): string => createHash('sha256').update(zip).digest('hex');

/** The commit whose files these are; `undefined`: some are changed or new, or git cannot tell. */
export function cleanCommit(): string | undefined {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return git('status', '--porcelain') === '' ? git('rev-parse', 'HEAD').trim() : undefined;
  } catch {
    return undefined;
  }
}

export interface Deployable extends Package, Origin {
  readonly commit: string;
}

/** A built package as it is, byte for byte; refused where it is not what `npm run package` checked and wrote. */
export function packageToDeploy(zip: Uint8Array, origin: Uint8Array | undefined): Deployable {
  const files = unpacked(zip);
  const strange = [...files.keys()].filter((path) => !belongsInPackage(path));
  if (strange.length > 0) throw refusal(`${strange.join(', ')} does not belong in the package.`);
  const { sha256, commit } = fieldsOf(parseObject(origin));
  if (sha256 !== sha256Of(zip)) {
    throw refusal('this is not the package that npm run package wrote last. Package it again.');
  }
  if (typeof commit !== 'string' || !/^[0-9a-f]{40,64}$/.test(commit)) {
    throw refusal('it was built from files that are not committed. Commit, and package it again.');
  }
  return { fileName: packageName(files), appName: nameIn(files), zip, sha256, commit };
}

const refusal = (why: string) => new Error(`Not deployed: ${why}`);

function unpacked(zip: Uint8Array): AppFiles {
  try {
    return unpack(zip);
  } catch {
    throw refusal('the file is not a zip.');
  }
}

function nameIn(files: AppFiles): string {
  const words = JSON.parse(textOf(files.get('translations/en.json'))) as { app: { name: string } };
  const hosts = hostsIn(fieldsOf(parseObject(files.get('manifest.json'))));
  // Two apps of one name cannot be told apart, and Zendesk may refuse the second.
  return hosts?.portal === 'staging' ? `${words.app.name} (staging)` : words.app.name;
}
