import packageJson from '../package.json';
import { exitCodeOf } from '../src/setup/lines';
import { setupAsText } from '../src/setup/setup-in-words';
import { setupMessages } from './lib/setup-faults-page';
import { checkFromTerminal, isSecret, isSetting } from './lib/setup-from-terminal';

const usage = `npm run check:setup -- [--known ADDRESS] [--set NAME=VALUE]... [--local HOST=http://127.0.0.1:PORT]...

Asks CustomersDot and Mailgun what the app asks them, and says of each point whether it works. Settings are those of
manifest.json unless set; secrets are read from the environment (CUSTOMERSDOT_TOKEN, MAILGUN_API_KEY) and never printed.
ADDRESS has an account. --local asks a stand-in on this machine in place of a host.
Exit code: 0 all works, 1 something does not, 2 cannot tell.`;

function stop(why: string): never {
  console.error(`${why}\n\n${usage}`);
  process.exit(2);
}

const settings: Record<string, string> = {};
const local = new Map<string, string>();
let known: string | undefined;
const args = process.argv.slice(2);
for (let at = 0; at < args.length; at += 2) {
  const [option, value] = [args[at], args[at + 1]];
  if (value === undefined) stop(`${option ?? ''} needs a value.`);
  const [name = '', ...rest] = value.split('=');
  const text = rest.join('=');
  if (option === '--known') {
    known = value;
  } else if (option === '--set') {
    // Whatever stands in the arguments, everybody on the machine can read.
    if (isSecret(name)) stop(`${name} is a secret: put it into the environment.`);
    if (!isSetting(name)) stop(`${name} is not a setting of the app.`);
    settings[name] = text;
  } else if (option === '--local') {
    if (!/^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(text)) stop('A stand-in is on this machine.');
    local.set(name, text);
  } else {
    stop(`There is no option ${option ?? ''}.`);
  }
}

const mailgunApiKey = process.env['MAILGUN_API_KEY'] ?? '';
const customersdotToken = process.env['CUSTOMERSDOT_TOKEN'] ?? '';
if (mailgunApiKey === '') stop('MAILGUN_API_KEY is not set.');

const { report, cancel } = checkFromTerminal(settings, known, {
  credentials: { customersdotToken, mailgunApiKey },
  now: Date.now,
  fetch(input, init) {
    const url = new URL(input instanceof Request ? input.url : input);
    const instead = local.get(url.hostname);
    return fetch(instead === undefined ? url : `${instead}${url.pathname}${url.search}`, init);
  },
});
process.once('SIGINT', cancel);
const found = await report;
console.log(setupAsText(found, setupMessages(Date.now), packageJson.version));
process.exitCode = exitCodeOf(found.lines);
