import { parseArgs } from 'node:util';
import { startSandbox } from './start-sandbox';

const usage = `npm start [-- options]

  --port <n>     first port to try (4567); the next free one is taken
  --delay <ms>   how long CustomersDot and Mailgun take to answer (250)
  --no-watch     build once; otherwise a change to the app is built and shown at once
  --no-build     serve dist/ as it is
  --dist <dir>   serve the built app in another folder`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', default: false },
        port: { type: 'string', default: '4567' },
        delay: { type: 'string', default: '250' },
        'no-watch': { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        dist: { type: 'string' },
      },
    });
    return [values.port, values.delay].every((count) => /^\d+$/.test(count)) ? values : undefined;
  } catch {
    return undefined;
  }
}

const options = readOptions();
if (!options || options.help) {
  (options ? console.log : console.error)(usage);
  process.exit(options ? 0 : 2);
}
const { dist } = options;
const build = !options['no-build'] && dist === undefined;
const watch = build && !options['no-watch'];

const sandbox = await startSandbox({
  ...(dist === undefined ? {} : { dist }),
  port: Number(options.port),
  delayMs: Number(options.delay),
  build,
  watch,
});

console.log(`
  Local Zendesk   ${sandbox.url}
  Gallery         ${sandbox.url}/gallery/
  The app alone   ${sandbox.appUrl}/assets/index.html

  ${sandbox.scenarios.length} tickets. ${watch ? 'What you change is built and shown at once. ' : ''}Ctrl-C ends everything.
`);

function end(): void {
  void sandbox.close().then(() => process.exit(0));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
// npm passes a signal on to its shell only: whoever is left behind by it ends too.
const parent = process.ppid;
const orphaned = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(orphaned);
  end();
}, 300);
orphaned.unref();
