import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { readBuiltApp, root } from './lib/app-folder';
import { secretsIn } from './lib/credentials';
import { hostsOf, tellBuild } from './lib/hosts';
import { pack, unpack, packageName } from './lib/pack';
import { originName, originOf } from './lib/package-to-deploy';
import { sbom } from './lib/licences';
import { refuseInvalid } from './lib/validate-package';

const usage = `npm run package [-- options]

  --mailgun-region=eu   for Mailgun's European region, and not the American one
  --staging             for customers.staging.gitlab.com, and not the production portal`;

const { values } = parseArgs({
  options: {
    'mailgun-region': { type: 'string', default: 'us' },
    staging: { type: 'boolean', default: false },
  },
});
const hosts = hostsOf(values['mailgun-region'], values.staging);
const secrets = secretsIn(process.env);
if (hosts === undefined || secrets.length > 0) {
  console.error(
    hosts === undefined
      ? usage
      : `Not packaged: unset ${secrets.join(', ')}. What builds the package must not see what deploys it.`,
  );
  process.exit(2);
}

tellBuild(hosts);
await build({ configFile: resolve(root, 'vite.config.ts'), logLevel: 'warn' });
const files = await readBuiltApp();
const zip = pack(files);
refuseInvalid(unpack(zip));
const name = packageName(files);
const origin = originOf(zip);
await mkdir(resolve(root, 'build'), { recursive: true });
await writeFile(resolve(root, 'build', name), zip);
await writeFile(resolve(root, 'build', originName(name)), `${JSON.stringify(origin, null, 2)}\n`);

const sbomName = name.replace(/\.zip$/, '.cdx.json');
await writeFile(resolve(root, 'build', sbomName), sbom());

for (const [path, bytes] of unpack(zip)) {
  console.log(`${bytes.byteLength.toLocaleString('en').padStart(9)}  ${path}`);
}
console.log(`build/${name}: ${zip.byteLength.toLocaleString('en')} B`);
console.log(`build/${sbomName}: every package it was built and tested with`);
console.log(`sha256 ${origin.sha256}`);
console.log(
  origin.commit === null
    ? 'Built from files that are not committed: npm run deploy refuses it.'
    : `commit ${origin.commit}`,
);
