import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
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
    const printed = (async () => {
      let text = '';
      for await (const chunk of child.stdout) {
        text += String(chunk);
        if (text.includes('Ctrl-C')) break;
      }
      return text;
    })();
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
