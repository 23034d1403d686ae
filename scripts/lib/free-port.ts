import { createServer } from 'node:net';

/** The wanted port, or one that the system picks where the wanted one is taken. */
export async function freePort(wanted: number): Promise<number> {
  return (await listenOnce(wanted)) ?? (await listenOnce(0)) ?? wanted;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => {
      done(undefined);
    });
    server.listen(port, 'localhost', () => {
      const address = server.address();
      server.close(() => {
        done(typeof address === 'object' ? address?.port : undefined);
      });
    });
  });
}
