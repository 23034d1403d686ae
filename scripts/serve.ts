import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { startAppsServer } from './lib/apps-server';
import { builtFolder, root } from './lib/app-folder';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4567' } } });

await build({ configFile: resolve(root, 'vite.config.ts'), logLevel: 'warn' });
const server = await startAppsServer(builtFolder, { root, port: Number(values.port) });
console.log(`Serving dist/ at ${server.url}/app.json`);
console.log('To see it in Zendesk, add ?zcli_apps=true to the address of a ticket.');
console.log('Secure settings and macros work only in an installed app. Ctrl-C ends this.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop());
}
await server.ended;
