import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

const local = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/;

/**
 * A page of a stranger in the same browser can reach this machine too: by a name of its own that leads here, or
 * straight away. Either shows in what the browser says of it.
 */
const isFromHere = ({ host, origin }: IncomingHttpHeaders): boolean =>
  local.test(host ?? '') &&
  (origin === undefined || (origin.startsWith('http://') && local.test(origin.slice(7))));

/** On this machine only, and for its own pages only. Takes the next free port where the wanted one is taken; 0 is any. */
export async function listen(handler: RequestListener, wantedPort: number): Promise<Listening> {
  const server = createServer((request, response) => {
    if (isFromHere(request.headers)) handler(request, response);
    else response.writeHead(403, { 'Content-Type': 'text/plain' }).end('Not from here.');
  });
  async function tryPort(port: number): Promise<boolean> {
    server.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
      return true;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['EADDRINUSE', 'EACCES'].includes(code)) return false;
      throw error;
    }
  }

  let listening = false;
  for (let port = wantedPort; !listening && port < wantedPort + 20; port += 1) {
    listening = await tryPort(port);
  }
  if (!listening) await tryPort(0);

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
