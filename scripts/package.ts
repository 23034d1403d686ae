import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buildApp } from './lib/build-app';
import { pack, unpack } from './lib/pack';
import { packageName } from './lib/package-name';
import { root } from './lib/root';
import { sbom } from './lib/sbom';

const files = await buildApp();
const zip = pack(files);
const name = packageName(files);
await mkdir(resolve(root, 'build'), { recursive: true });
await writeFile(resolve(root, 'build', name), zip);

const sbomName = name.replace(/\.zip$/, '.cdx.json');
await writeFile(resolve(root, 'build', sbomName), sbom());

for (const [path, bytes] of unpack(zip)) {
  console.log(`${bytes.byteLength.toLocaleString('en').padStart(9)}  ${path}`);
}
console.log(`build/${name}: ${zip.byteLength.toLocaleString('en')} B`);
console.log(`build/${sbomName}: every package it was built and tested with`);
console.log(`sha256 ${createHash('sha256').update(zip).digest('hex')}`);
