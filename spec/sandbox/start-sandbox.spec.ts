import { rmSync } from 'node:fs';
import { startSandbox, type Sandbox } from '../../sandbox/start-sandbox';
import type { TicketView, Workspace } from '../../sandbox/wire';
import { anAppFolder, page, script } from './an-app-folder';

let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = anAppFolder();
  sandbox = await startSandbox({ dist: folder });
});

beforeEach(() => {
  sandbox.reset();
});

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const textAt = async (url: string) => (await fetch(url)).text();

const workspace = async () =>
  (await (await fetch(`${sandbox.url}/sandbox/workspace`)).json()) as Workspace;

async function ticketOf(key: string): Promise<TicketView> {
  const { tickets } = await workspace();
  return tickets.find((ticket) => ticket.key === key)!;
}

async function macroId(name: string): Promise<number> {
  const { macros } = await workspace();
  return macros.find(({ identifier }) => identifier === `portal_sign_in_${name}`)!.id;
}

const api = (path: string, ticket = 'reseller', init: RequestInit = {}) =>
  fetch(`${sandbox.url}/api/v2/${path}`, {
    ...init,
    headers: { 'X-Sandbox-Ticket': ticket, 'Content-Type': 'application/json' },
  });

describe('the app', () => {
  it('lives on an origin of its own', () => {
    expect(new URL(sandbox.appUrl).origin).not.toBe(new URL(sandbox.url).origin);
  });

  it('is served byte for byte, but for the SDK and the script that leads links home', async () => {
    const served = await textAt(`${sandbox.appUrl}/assets/index.html`);

    expect(await textAt(`${sandbox.appUrl}/assets/app.js`)).toBe(script);
    expect(
      served
        .replace(
          'src="/sdk.js"',
          'src="https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"',
        )
        .replace('  <script defer src="/sandbox.js"></script>\n  ', ''),
    ).toBe(page);
  });

  it('gets the SDK of npm as the global that the CDN’s is', async () => {
    expect(await textAt(`${sandbox.appUrl}/sdk.js`)).toMatch(
      /var ZAFClient\b[^]*iframe\.handshake/,
    );
  });
});

describe('secrets', () => {
  it('are in nothing that the browser can ask for', async () => {
    await fetch(`${sandbox.url}/sandbox/proxy`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Sandbox-Ticket': 'reseller' },
      body: JSON.stringify({
        url: 'https://customers.gitlab.com/admin/customer.json?query=riley',
        method: 'GET',
        headers: {
          Authorization: 'Bearer {{setting.customersdot_token}}',
        },
        secure: true,
      }),
    });
    const seen = await Promise.all(
      ['/', '/host.js', '/sandbox/workspace', '/sandbox/requests'].map((path) =>
        textAt(sandbox.url + path),
      ),
    );

    expect(sandbox.requests()).toMatchObject([{ status: 200, sent: { service: 'customersdot' } }]);
    expect(sandbox.secrets).toHaveLength(2);
    for (const secret of sandbox.secrets) expect(seen.join('\n')).not.toContain(secret);
  });
});

describe('macros', () => {
  it('are there with their words, by id', async () => {
    const answer = await api(`macros/${await macroId('reseller')}.json`);

    expect(await answer.json()).toMatchObject({
      macro: { active: true, title: expect.stringContaining('reseller') },
    });
  });

  it('are previewed with the words of the ticket', async () => {
    const { number } = await ticketOf('reseller');
    const answer = await api(`tickets/${number!}/macros/${await macroId('reseller')}/apply.json`);

    expect(await answer.json()).toMatchObject({
      result: {
        ticket: {
          comment: { public: true, body: expect.stringMatching(/^<p>Hello Riley Reed,/) },
        },
      },
    });
  });

  it.each([
    ['macro_missing', 404],
    ['macro_forbidden', 403],
    ['macro_not_installed', 404],
    ['macro_inactive', 200],
  ])('%s: %i', async (ticket, status) => {
    const answer = await api(`macros/${await macroId('unconfirmed')}.json`, ticket);

    expect(answer.status).toBe(status);
  });

  it('that do not exist: 404', async () => {
    expect((await api('macros/1.json')).status).toBe(404);
    expect((await api('tickets/1/macros/1/apply.json')).status).toBe(404);
  });
});

describe('comments', () => {
  const put = (number: number, comment: object) =>
    api(`tickets/${number}.json`, 'reseller', {
      method: 'PUT',
      body: JSON.stringify({ ticket: { comment } }),
    });

  it('are posted privately and can be read back, newest first', async () => {
    const { number } = await ticketOf('reseller');

    const posted = await put(number!, { html_body: '<p>A note</p>', public: false });
    const read = await api(`tickets/${number!}/comments.json?sort_order=desc&per_page=1`);

    expect(posted.status).toBe(200);
    expect(await read.json()).toMatchObject({
      comments: [
        { public: false, body: 'A note', html_body: expect.stringContaining('<p>A note</p>') },
      ],
      count: 2,
    });
  });

  it('without words are refused', async () => {
    const { number } = await ticketOf('reseller');

    expect((await put(number!, { html_body: '<p></p>' })).status).toBe(422);
  });

  it('are gone after a reset', async () => {
    const { number } = await ticketOf('reseller');
    await put(number!, { html_body: '<p>A note</p>' });

    sandbox.reset();

    expect((await ticketOf('reseller')).comments).toHaveLength(1);
  });

  it('give a new ticket its number', async () => {
    await fetch(`${sandbox.url}/sandbox/tickets/unsaved/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ html: '<p>Hello</p>', public: true }),
    });

    expect((await ticketOf('unsaved')).number).toEqual(expect.any(Number));
  });
});

it('takes the next free port where the wanted one is taken', async () => {
  const taken = Number(new URL(sandbox.url).port);

  const second = await startSandbox({ dist: folder, port: taken });
  const port = Number(new URL(second.url).port);
  await second.close();

  expect(port).toBeGreaterThan(taken);
});

it('says what is missing where there is no app', async () => {
  await expect(startSandbox({ dist: 'no-such-folder' })).rejects.toThrow(/npm run build/);
});

describe('the ways of looking an account up', () => {
  const pathOf = async (key: string): Promise<unknown> => {
    const { tickets } = JSON.parse(await textAt(`${sandbox.url}/sandbox/workspace`)) as Workspace;
    return tickets.find((ticket) => ticket.key === key)?.settings['customersdot_lookup_path'];
  };
  const turn = (path: string) => fetch(`${sandbox.url}/sandbox/${path}`, { method: 'POST' });

  it('are chosen for every ticket at once, and left to the ticket again', async () => {
    const own = await pathOf('reseller');
    await turn('lookup/by-hand');
    expect([await pathOf('reseller'), await pathOf('export_refused')]).toEqual(['', '']);
    await turn('lookup/by-ticket');
    expect(await pathOf('reseller')).toBe(own);
  });

  it('meet what is not known of the proxy, where somebody turned it', async () => {
    expect((await turn('quirks/inFront/cloudflare')).status).toBe(200);
    expect((await turn('quirks/inFront/nothing')).status).toBe(404);
    expect((await turn('quirks/toString/x')).status).toBe(404);
    const answer = await fetch(`${sandbox.url}/sandbox/proxy`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        url: 'https://customers.gitlab.com/api/support/sign_in_check?email=x',
        method: 'GET',
        headers: {},
        secure: true,
      }),
    });
    expect(await answer.json()).toMatchObject({ status: 403, body: 'error code: 1020' });
    sandbox.setQuirk('inFront', 'nobody');
  });
});
