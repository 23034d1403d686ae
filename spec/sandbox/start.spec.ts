import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { anAppFolder } from './an-app-folder';

const alone = [process.execPath, '--import', 'tsx', 'sandbox/start.ts'];
const throughNpm = ['npm', 'start', '--'];

it.each([
  ['SIGINT', alone],
  ['SIGTERM', alone],
  // npm passes a signal on to a shell, which passes it on to nobody.
  ['SIGTERM', throughNpm],
] as const)(
  'prints its address, and %s ends everything: %p',
  async (signal, [command = '', ...args]) => {
    const folder = anAppFolder();
    const child = spawn(command, [...args, '--dist', folder, '--port', '0']);
    const printed = textUntil(child.stdout, 'Ctrl-C');
    const [url = ''] = /http:\/\/localhost:\d+/.exec(await printed) ?? [];
    const open = await fetch(url);
    // Ends when the server does, whoever is between it and us.
    const stream = await fetch(`${url}/sandbox/builds`);
    const ended = once(child, 'exit');
    child.kill(signal);

    await ended;
    await expect(stream.text()).rejects.toThrow('terminated');
    rmSync(folder, { recursive: true });
    expect(open.status).toBe(200);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  },
);

/** An app of one line, as the sandbox builds and watches it, beside our own sandbox. */
function aWatchedApp(): string {
  const root = mkdtempSync(join(tmpdir(), 'watched-'));
  for (const name of ['node_modules', 'sandbox']) symlinkSync(resolve(name), join(root, name));
  for (const name of ['src', 'assets', 'translations']) mkdirSync(join(root, name));
  for (const name of ['manifest.json', 'requirements.json']) cpSync(name, join(root, name));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'src/index.html'), '<p>before</p>');
  writeFileSync(
    join(root, 'vite.config.ts'),
    `import { copyFileSync } from 'node:fs';
    const copies = ['manifest.json', 'requirements.json'];
    const closeBundle = () => copies.forEach((name) => copyFileSync(name, 'dist/' + name));
    export default {
      root: 'src',
      build: { outDir: '../dist/assets', emptyOutDir: true },
      plugins: [{ name: 'copies', closeBundle }],
    };`,
  );
  return root;
}

it('builds what is changed while it runs, and tells the open pages', async () => {
  const root = aWatchedApp();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', resolve('sandbox/start.ts'), '--port', '0'],
    { cwd: root },
  );
  const ended = once(child, 'exit');
  // It goes on talking, and is heard.
  const text = await textUntil(child.stdout.iterator({ destroyOnReturn: false }), 'Ctrl-C');
  child.stdout.resume();
  const [url = ''] = /http:\/\/localhost:\d+/.exec(text) ?? [];
  const [app = ''] = /http:\/\/127\.0\.0\.1:\d+\S+/.exec(text) ?? [];
  const before = await (await fetch(app)).text();
  const told = await fetch(`${url}/sandbox/builds`);

  writeFileSync(join(root, 'src/index.html'), '<p>after</p>');
  await textUntil(told.body ?? [], 'built');
  const after = await (await fetch(app)).text();

  child.kill('SIGTERM');
  await ended;
  rmSync(root, { recursive: true });
  expect(before).toContain('before');
  expect(after).toContain('after');
}, 120_000);

async function textUntil(
  stream: AsyncIterable<unknown> | Iterable<unknown>,
  end: string,
): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : String(chunk);
    if (text.includes(end)) break;
  }
  return text;
}
