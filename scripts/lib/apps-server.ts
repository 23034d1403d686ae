import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { fieldsOf, listOf } from './json';

const settingsFile = 'zcli.apps.config.json';

export interface AppsServer {
  /** `http://localhost:4567` */
  readonly url: string;
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts `zcli apps:server` on a built app. `root` is where zcli is installed. */
export async function startAppsServer(
  folder: string,
  { root, port: wanted = 4567 }: { readonly root: string; readonly port?: number },
): Promise<AppsServer> {
  const manifest: unknown = JSON.parse(await readFile(resolve(folder, 'manifest.json'), 'utf8'));
  await writeFile(resolve(folder, settingsFile), JSON.stringify(serveConfig(manifest)));
  // zcli packs this file too, unless it is told not to.
  await writeFile(resolve(folder, '.zcliignore'), `${settingsFile}\n`);

  const port = await freePort(wanted);
  const zcli = resolve(root, 'node_modules/@zendesk/zcli/bin/run');
  const child = spawn(process.execPath, [zcli, 'apps:server', folder, '--port', `${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withoutCredentials(process.env),
  });
  const ended = once(child, 'close');
  let output = '';
  await new Promise<void>((ready, failed) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Apps server is running')) ready();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', failed);
    // Where it wants to ask something it ends with 0, without having served anything.
    child.once('close', () => {
      failed(new Error(`zcli apps:server ended before it served anything:\n${output}`));
    });
  });
  return {
    url: `http://localhost:${port}`,
    ended,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** Serving needs none, so it gets none. */
function withoutCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('ZENDESK_')));
}

/**
 * zcli asks on the terminal for every parameter its settings file does not name, and serves all it does name to any
 * page open in the browser. So every parameter is there, and a secure one is there empty.
 */
export function serveConfig(manifest: unknown) {
  const parameters = listOf(fieldsOf(manifest).parameters)
    .map(fieldsOf)
    .filter(({ name }) => name !== undefined)
    .map(({ name, secure, default: value }) => [
      String(name),
      secure === true ? '' : (value ?? ''),
    ]);
  return { parameters: Object.fromEntries(parameters) as Readonly<Record<string, unknown>> };
}

/** The wanted port, or one that the system picks where the wanted one is taken. */
export async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  async function tryPort(port: number): Promise<void> {
    server.listen(port, 'localhost');
    await once(server, 'listening');
  }
  await tryPort(wanted).catch(() => tryPort(0));
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
