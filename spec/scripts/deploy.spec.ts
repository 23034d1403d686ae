import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readTarget } from '../../scripts/lib/credentials';
import { deployApp } from '../../scripts/lib/deploy-app';
import { packageToDeploy } from '../../scripts/lib/package-to-deploy';
import { anApp, withFile, withManifest } from './an-app';

interface Seen {
  readonly what: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

type Answers = Readonly<Record<string, readonly [status: number, body: unknown]>>;

const works: Answers = {
  'POST /api/v2/apps/uploads.json': [201, { id: 71 }],
  'POST /api/apps.json': [202, { job_id: 'job-1' }],
  'PUT /api/v2/apps/42': [202, { job_id: 'job-1' }],
  'GET /api/v2/apps/job_statuses/job-1': [200, { status: 'completed', app_id: 42 }],
};

const app = {
  fileName: 'app-1.0.0.zip',
  appName: 'An app',
  zip: new Uint8Array(Buffer.from('the package')),
};

const open: Server[] = [];

/** Zendesk's side of a deployment, on a port of this machine. */
async function fakeZendesk(answers: Answers): Promise<{ base: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const what = `${request.method} ${request.url}`;
      seen.push({ what, authorization: request.headers.authorization, body });
      const [status, answer] = answers[what] ?? [404, 'no such thing'];
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {});
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const noWait = { fetch, wait: () => Promise.resolve() };

async function deploy(answers: Answers, appId?: string) {
  const { base, seen } = await fakeZendesk(answers);
  const deployed = deployApp(app, { base, authorization: 'Basic secret', appId }, noWait);
  return { deployed, seen };
}

afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

describe('deployApp', () => {
  it('creates an app: upload, create, wait for the job', async () => {
    const { deployed, seen } = await deploy(works);
    expect(await deployed).toEqual({ appId: '42', created: true });
    expect(seen.map(({ what }) => what)).toEqual([
      'POST /api/v2/apps/uploads.json',
      'POST /api/apps.json',
      'GET /api/v2/apps/job_statuses/job-1',
    ]);
    expect(seen[0]?.body).toContain('filename="app-1.0.0.zip"');
    expect(seen[0]?.body).toContain('the package');
    expect(JSON.parse(seen[1]!.body)).toEqual({ upload_id: '71', name: 'An app' });
    expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(
      new Set(['Basic secret']),
    );
  });

  it('updates an app with the package and nothing else', async () => {
    const { deployed, seen } = await deploy(works, '42');
    expect(await deployed).toEqual({ appId: '42', created: false });
    expect(seen.map(({ what }) => what)).toContain('PUT /api/v2/apps/42');
    expect(JSON.parse(seen[1]!.body)).toEqual({ upload_id: '71' });
  });

  it('never touches an installation or its settings', async () => {
    for (const appId of [undefined, '42']) {
      const { deployed, seen } = await deploy(works, appId);
      await deployed;
      expect(seen.filter(({ what }) => what.includes('installations'))).toEqual([]);
      expect(seen.filter(({ body }) => body.includes('settings'))).toEqual([]);
    }
  });

  it.each([
    [
      'an upload that is refused',
      { 'POST /api/v2/apps/uploads.json': [422, 'bad manifest'] },
      '422 bad manifest',
    ],
    ['wrong credentials', { 'POST /api/v2/apps/uploads.json': [401, '{}'] }, '401'],
    ['an answer that is a page', { 'POST /api/apps.json': [200, '<html>'] }, 'cannot be read'],
    ['an answer without a job', { 'POST /api/apps.json': [200, {}] }, 'no job_id'],
    [
      'a job that fails',
      { 'GET /api/v2/apps/job_statuses/job-1': [200, { status: 'failed', message: 'Name taken' }] },
      'Name taken',
    ],
    [
      'a job that never ends',
      { 'GET /api/v2/apps/job_statuses/job-1': [200, { status: 'working' }] },
      'still at it',
    ],
    ['a redirect', { 'POST /api/v2/apps/uploads.json': [302, ''] }, 'fetch failed'],
  ] as const)('says so: %s', async (_, answers, message) => {
    const { deployed, seen } = await deploy({ ...works, ...answers });
    await expect(deployed).rejects.toThrow(message);
    expect(seen.filter(({ what }) => what.includes('elsewhere'))).toEqual([]);
  });
});

describe('packageToDeploy', () => {
  it('names the package and the app', () => {
    expect(packageToDeploy(anApp())).toMatchObject({
      fileName: expect.stringMatching(/^customersdot-sign-in-check-\d+\.\d+\.\d+\.zip$/),
      appName: 'CustomersDot Sign-in Check',
    });
  });

  it('refuses a package that is not valid, and says why', () => {
    expect(() => packageToDeploy(withManifest(['frameworkVersion', '1.0']))).toThrow(
      /not valid[^]*framework-version: .*"2\.0"/,
    );
  });

  it('leaves the settings of this machine behind', () => {
    const app = packageToDeploy(withFile('zcli.apps.config.json', '{"parameters":{"a":"secret"}}'));
    expect(Buffer.from(app.zip).toString('latin1')).not.toContain('zcli.apps.config');
  });
});

describe('readTarget', () => {
  const env = {
    ZENDESK_SUBDOMAIN: 'example',
    ZENDESK_EMAIL: 'a@example.com',
    ZENDESK_API_TOKEN: 't',
  };

  it('takes an email and an API token', () => {
    expect(readTarget(env)).toEqual({
      ok: true,
      target: {
        base: 'https://example.zendesk.com',
        authorization: `Basic ${Buffer.from('a@example.com/token:t').toString('base64')}`,
        appId: undefined,
      },
    });
  });

  it('takes an OAuth token, and the app to update', () => {
    expect(readTarget({ ...env, ZENDESK_OAUTH_TOKEN: 'o', ZENDESK_APP_ID: '42' })).toMatchObject({
      target: { authorization: 'Bearer o', appId: '42' },
    });
  });

  it.each([
    ['ZENDESK_SUBDOMAIN', undefined],
    ['ZENDESK_SUBDOMAIN', 'example.com/'],
    ['ZENDESK_API_TOKEN', ''],
    ['ZENDESK_EMAIL', undefined],
    ['ZENDESK_APP_ID', '42/../7'],
  ])('refuses %s as %p, by name', (name, value) => {
    expect(readTarget({ ...env, [name]: value })).toMatchObject({
      ok: false,
      problem: expect.stringContaining(name),
    });
  });
});
