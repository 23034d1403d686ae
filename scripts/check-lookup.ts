import { checkLookup, readQuestion } from './lib/lookup-contract';
import { root } from './lib/app-folder';

const usage = `npm run check:lookup -- URL [--known ADDRESS]

Holds an endpoint against docs/lookup-api.yaml. URL has {email} where the address goes, and is https unless it is of
this machine. The token is read from the environment variable CUSTOMERSDOT_TOKEN and never printed. ADDRESS has an
account.`;

const question = readQuestion(process.argv.slice(2));
const token = process.env['CUSTOMERSDOT_TOKEN'] ?? '';
if (question === undefined || token === '') {
  console.error(question === undefined ? usage : 'CUSTOMERSDOT_TOKEN is not set.');
  process.exit(2);
}

const findings = await checkLookup({ ...question, token, fetch }, root);
for (const { what, differs } of findings) {
  console.log(differs === undefined ? `ok       ${what}` : `differs  ${what}: ${differs}`);
}
const different = findings.filter(({ differs }) => differs !== undefined).length;
console.log(`\n${findings.length} points, ${different} differ.`);
process.exitCode = different === 0 ? 0 : 1;
