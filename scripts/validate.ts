import { readFile } from 'node:fs/promises';
import { readBuiltApp } from './lib/built-app';
import { pack, unpack } from './lib/pack';
import { rules, validatePackage } from './lib/validate/validate-package';

/** `npm run validate` looks at the built app as it would be packed, `npm run validate -- file.zip` at a package. */
const [zip] = process.argv.slice(2);
const files = unpack(zip === undefined ? pack(await readBuiltApp()) : await readFile(zip));

const findings = validatePackage(files);
for (const { rule, severity, message } of findings) {
  console.log(`${severity.padEnd(7)} ${rule.padEnd(24)} ${message}`);
}
const errors = findings.filter(({ severity }) => severity === 'error').length;
console.log(
  `${files.size} files, ${rules.length} checks: ${errors} errors, ${findings.length - errors} warnings.`,
);
if (errors > 0) process.exitCode = 1;
