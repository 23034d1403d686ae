import { execFileSync } from 'node:child_process';
import { root } from './root';

/** Everything that the lockfile has installed, as CycloneDX, by npm's own word. Needs no network. */
export function sbom(): string {
  return execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    // Vite's build says `production`, for which npm would leave out half of it.
    env: { ...process.env, NODE_ENV: '' },
  });
}
