import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { anAppFolder } from './an-app-folder';

it.each(['SIGINT', 'SIGTERM'] as const)(
  'prints its address, and %s ends everything',
  async (signal) => {
    const folder = anAppFolder();
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'sandbox/start.ts',
      '--dist',
      folder,
      '--port',
      '0',
    ]);
    let printed = '';
    child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
    child.stderr.on('data', (data: Buffer) => (printed += data.toString()));
    const ended = once(child, 'exit');
    while (!printed.includes('Ctrl-C') && child.exitCode === null) {
      await new Promise((done) => setTimeout(done, 50));
    }

    const [url = ''] = /http:\/\/localhost:\d+/.exec(printed) ?? [printed];
    const open = await fetch(url);
    child.kill(signal);
    const [code] = (await ended) as [number];
    rmSync(folder, { recursive: true });

    expect(open.status).toBe(200);
    expect(code).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  },
  30_000,
);
