import { readFile } from 'node:fs/promises';
import { readBuiltApp } from './lib/app-folder';
import { pack, unpack } from './lib/pack';
import { rules, validatePackage } from './lib/validate-package';

/** `npm run validate` looks at the built app as it would be packed, `npm run validate -- file.zip` at a package. */
const [zip] = process.argv.slice(2);
const files = unpack(zip === undefined ? pack(await readBuiltApp()) : await readFile(zip));

const findings = validatePackage(files);
for (const { rule, message } of findings) console.log(`${rule.padEnd(20)} ${message}`);
const checks = Object.keys(rules).length;
console.log(`${files.size} files, ${checks} checks: ${findings.length} errors.`);
if (findings.length > 0) process.exitCode = 1;
