import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../..');

/**
 * A script of ours as one file, which the caller removes. `tsx`, by which npm runs it, takes most of a second to begin:
 * a spec that runs a script often runs it once as npm does.
 */
export function bundled(script: string): string {
  // Where the libraries, which stay outside, are found from.
  const outfile = join(root, 'node_modules/.cache', `${script}-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(root, 'scripts', `${script}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'scripts/lib')) },
  });
  return outfile;
}
