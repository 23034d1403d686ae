import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readTarget } from './lib/credentials';
import { deployApp } from './lib/deploy-app';
import { cleanCommit, originName, packageToDeploy } from './lib/package-to-deploy';

const usage = `npm run deploy -- FILE.zip [--dry-run]

FILE.zip is what npm run package wrote, and it is uploaded as it is: nothing is built here, so that nothing that builds
ever sees the credentials. They are read from the environment (docs/install.md).`;

/** Builds nothing, and imports nothing that does. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(usage);
  // The code that gets the credentials is as much a part of it as the package.
  if (cleanCommit() === undefined) {
    throw new Error('Not deployed: there are files here that are not committed.');
  }
  const origin = await readFile(originName(file)).catch(() => undefined);
  const app = packageToDeploy(await readFile(file), origin);
  console.log(`sha256 ${app.sha256}\ncommit ${app.commit}`);

  const read = readTarget(process.env);
  if (!read.ok) throw new Error(`Not deployed: ${read.problem}`);
  const { base, appId, caution } = read.target;
  if (caution !== undefined) console.warn(caution);
  const what = appId === undefined ? 'a new app' : `app ${appId}`;
  console.log(`${app.fileName}, ${app.zip.byteLength} B, to ${base} as ${what}`);
  if (values['dry-run']) {
    console.log('Dry run: nothing was sent.');
    return;
  }

  const deployed = await deployApp(app, read.target, {
    fetch,
    wait: (milliseconds) => wait(milliseconds),
  });
  console.log(
    deployed.created
      ? `Created app ${deployed.appId}. Install it and fill in its settings in Admin Center (docs/install.md).`
      : `Updated app ${deployed.appId}. Its settings in Zendesk were left alone.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
