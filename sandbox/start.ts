import { stop as stopEsbuild } from 'esbuild';
import { startSandbox } from './start-sandbox';

const usage = `npm start [-- options]

  --port <n>     first port to try (4567); the next free one is taken
  --delay <ms>   how long CustomersDot and Mailgun take to answer (250)
  --no-build     serve dist/ as it is
  --dist <dir>   serve the built app in another folder`;

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  const value = Number(at < 0 ? otherwise : process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) {
    console.error(usage);
    process.exit(2);
  }
  return value;
}

if (process.argv.includes('--help')) {
  console.log(usage);
  process.exit(0);
}

const distAt = process.argv.indexOf('--dist');
const dist = distAt < 0 ? undefined : process.argv[distAt + 1];

const sandbox = await startSandbox({
  ...(dist === undefined ? {} : { dist }),
  port: option('--port', 4567),
  delayMs: option('--delay', 250),
  build: !process.argv.includes('--no-build'),
});
await stopEsbuild();

console.log(`
  Local Zendesk   ${sandbox.url}
  Gallery         ${sandbox.url}/gallery/
  The app alone   ${sandbox.appUrl}/assets/index.html

  ${sandbox.scenarios.length} tickets. Ctrl-C ends everything.
`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
