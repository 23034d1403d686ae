/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { listen, type Listening } from '../../sandbox/servers/listen';

let server: Listening;
beforeAll(async () => {
  server = await listen((_, response) => response.end('secret'), 0);
});
afterAll(() => server.close());

/** What the server says to a request with these headers, which `fetch` would not send. */
const ask = (headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

it.each([
  [200, 'localhost:5000', undefined],
  [200, '127.0.0.1:5000', undefined],
  [200, 'localhost', 'http://localhost:4567'],
  [200, 'localhost:5000', 'http://127.0.0.1:5000'],
  [403, 'rebound.example.com:5000', undefined],
  [403, 'localhost.example.com', undefined],
  [403, 'localhost:5000', 'https://stranger.example.com'],
  [403, 'localhost:5000', 'http://localhost.example.com'],
  [403, 'localhost:5000', 'null'],
])('%i for a page of host %j, from %j', async (status, host, origin) => {
  expect(await ask({ host, ...(origin === undefined ? {} : { origin }) })).toBe(status);
});

it('there is no other way to open a server in the sandbox', () => {
  const folder = join(__dirname, '../../sandbox');
  const opening = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => /createServer|\.listen\(/.test(readFileSync(join(folder, file), 'utf8')));
  expect(opening).toEqual(['servers/listen.ts']);
});
