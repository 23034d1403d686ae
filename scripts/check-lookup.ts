import { checkLookup } from './lib/lookup-contract';
import { root } from './lib/root';

const usage = `npm run check:lookup -- URL [--known ADDRESS]

Holds an endpoint against docs/lookup-api.yaml. URL has {email} where the address goes. The token is read from the
environment variable CUSTOMERSDOT_TOKEN and never printed. ADDRESS has an account.`;

const [url = '', ...rest] = process.argv.slice(2);
const knownAt = rest.indexOf('--known');
const token = process.env['CUSTOMERSDOT_TOKEN'] ?? '';

if (url.split('{email}').length !== 2 || !URL.canParse(url.replace('{email}', 'x'))) {
  console.error(usage);
  process.exit(2);
}
if (token === '') {
  console.error('CUSTOMERSDOT_TOKEN is not set.');
  process.exit(2);
}

const known = knownAt < 0 ? undefined : rest[knownAt + 1];
const findings = await checkLookup({ url, token, known, fetch }, root);
for (const { what, differs } of findings) {
  console.log(differs === undefined ? `ok       ${what}` : `differs  ${what}: ${differs}`);
}
const different = findings.filter(({ differs }) => differs !== undefined).length;
console.log(`\n${findings.length} points, ${different} differ.`);
process.exitCode = different === 0 ? 0 : 1;
