import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { pack, unpack, packageName } from '../../scripts/lib/pack';
import { anApp, bytes, withFile, withManifest } from './an-app';

const reversed = (files: ReadonlyMap<string, Uint8Array>) => new Map([...files].reverse());

describe('pack', () => {
  it('gives back every file of the app, byte for byte', () => {
    const app = anApp();
    const paths = [...app.keys()].sort();
    const unpacked = unpack(pack(app));
    expect([...unpacked.keys()]).toEqual(paths);
    for (const path of paths) {
      expect(Buffer.from(unpacked.get(path)!).equals(Buffer.from(app.get(path)!))).toBe(true);
    }
  });

  it('gives the same bytes for the same files, in whatever order they come', () => {
    expect(Buffer.from(pack(anApp())).equals(pack(reversed(anApp())))).toBe(true);
  });

  it('gives the same bytes in every time zone', () => {
    const code = `
      const { pack } = require('./scripts/lib/pack.ts');
      process.stdout.write(Buffer.from(pack(new Map([['manifest.json', Buffer.from('{}')]]))).toString('hex'));`;
    const [utc, tokyo] = ['UTC', 'Asia/Tokyo'].map((TZ) =>
      spawnSync(process.execPath, ['--import', 'tsx', '--eval', code], {
        cwd: join(__dirname, '../..'),
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(utc?.stdout).toMatch(/^504b/);
    expect(tokyo?.stdout).toBe(utc?.stdout);
  }, 60_000);

  it.each([
    'zcli.apps.config.json',
    '.env',
    'assets/.DS_Store',
    'assets/app.js.map',
    'translations/panel/en.json',
    'src/main.tsx',
    'node_modules/x/index.js',
  ])('leaves %s out', (path) => {
    expect([...unpack(pack(withFile(path, 'secret'))).keys()]).not.toContain(path);
  });

  it('lets no file in by an unforeseen name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w./-]{1,40}$/), (path) => {
        const app = new Map([[path, bytes('x')]]);
        const allowed =
          /^(manifest\.json|requirements\.json|translations\/[^/]+\.json|assets\/.+)$/;
        return [...unpack(pack(app)).keys()].every((packed) => allowed.test(packed));
      }),
    );
  });
});

describe('packageName', () => {
  it('carries the version', () => {
    expect(packageName(withManifest(['version', '2.3.4']))).toBe(
      'customersdot-sign-in-check-2.3.4.zip',
    );
  });

  it.each([undefined, '', '../1.0.0', 7])('refuses %p for a version', (version) => {
    expect(() => packageName(withManifest(['version', version]))).toThrow('no version');
  });
});
