import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildApp } from './lib/build-app';
import { readTarget } from './lib/credentials';
import { deployApp } from './lib/deploy-app';
import { packageToDeploy } from './lib/package-to-deploy';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
  const app = packageToDeploy(await buildApp());

  const read = readTarget(process.env);
  if (!read.ok) throw new Error(`Not deployed: ${read.problem}`);
  const { base, appId } = read.target;
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
