/** @jest-environment node */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { type Credentials, readTarget, secretsIn } from '../../scripts/lib/credentials';
import { hostsOf, manifestFor } from '../../scripts/lib/hosts';
import manifest from '../../manifest.json';
import { deployApp } from '../../scripts/lib/deploy-app';
import { pack } from '../../scripts/lib/pack';
import { originOf, packageToDeploy } from '../../scripts/lib/package-to-deploy';
import { anApp, bytes, withManifest } from './an-app';

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

const byToken = { kind: 'token', authorization: 'Basic c2VjcmV0', secret: 'secret' } as const;
const byClient = { kind: 'client', id: 'deploys', secret: 's3cr&t' } as const;
const granted = {
  access_token: 'granted-token',
  token_type: 'bearer',
  scope: 'apps:read apps:write',
};

async function deploy(answers: Answers, appId?: string, credentials: Credentials = byToken) {
  const { base, seen } = await fakeZendesk(answers);
  const target = { base, credentials, appId, caution: undefined };
  return { deployed: deployApp(app, target, noWait), seen };
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
      new Set(['Basic c2VjcmV0']),
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
    [
      'a redirect',
      { 'POST /api/v2/apps/uploads.json': [302, ''] },
      'or a redirect. Look at ZENDESK_SUBDOMAIN',
    ],
  ] as const)('says so: %s', async (_, answers, message) => {
    const { deployed, seen } = await deploy({ ...works, ...answers });
    await expect(deployed).rejects.toThrow(message);
    expect(seen.filter(({ what }) => what.includes('elsewhere'))).toEqual([]);
  });

  it('asks as an OAuth client for a token that may read and write apps, and uses only that', async () => {
    const { deployed, seen } = await deploy(
      { ...works, 'POST /oauth/tokens': [200, granted] },
      '42',
      byClient,
    );
    expect(await deployed).toEqual({ appId: '42', created: false });
    const [first, ...others] = seen;
    expect(first).toMatchObject({ what: 'POST /oauth/tokens', authorization: undefined });
    expect(Object.fromEntries(new URLSearchParams(first?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'deploys',
      client_secret: 's3cr&t',
      scope: 'apps:read apps:write',
    });
    expect(others.map(({ authorization }) => authorization)).toEqual(
      others.map(() => 'Bearer granted-token'),
    );
    expect(JSON.stringify(others)).not.toContain('s3cr&t');
  });

  it.each<[string, number, unknown, string]>([
    ['a refusal', 401, { error: 'invalid_client' }, '401 invalid_client. Look at the OAuth client'],
    ['a refusal that repeats what was sent', 400, { error: 's3cr&t \u001b[2J' }, '400. Look at'],
    ['a page', 200, '<html>s3cr&t</html>', 'no token'],
    ['no token', 200, { token_type: 'bearer' }, 'no token'],
    [
      'a token with a line of its own',
      200,
      { ...granted, access_token: 'a\r\nCookie: b' },
      'no token',
    ],
    ['a token that is a list', 200, { ...granted, access_token: ['a'] }, 'no token'],
    ['a token that may do more', 200, { ...granted, scope: 'read write' }, 'may do more'],
    ['a redirect', 302, '', 'or a redirect'],
    ['an answer without an end', 200, `"${'x'.repeat(200_000)}"`, 'too long'],
  ])('does not go on with %s for a token', async (_, status, answer, message) => {
    const { deployed, seen } = await deploy(
      { ...works, 'POST /oauth/tokens': [status, answer] },
      '42',
      byClient,
    );
    const error: unknown = await deployed.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining(message) });
    expect(String(error)).not.toMatch(/s3cr&t|granted-token/);
    expect(seen).toHaveLength(1);
  });

  it.each(['POST /api/v2/apps/uploads.json', 'GET /api/v2/apps/job_statuses/job-1'])(
    'repeats no secret and no control character that %s answers with',
    async (what) => {
      const text = 'no\u001b[31m granted-token s3cr&t \u202eend\nnext line';
      const failing: readonly [number, unknown] = what.startsWith('GET')
        ? [200, { status: 'failed', message: text }]
        : [500, text];
      const { deployed } = await deploy(
        { ...works, 'POST /oauth/tokens': [200, granted], [what]: failing },
        '42',
        byClient,
      );
      const error = String(await deployed.catch((thrown: unknown) => thrown));
      expect(error).toContain('no [31m •••••• ••••••  end next line');
    },
  );

  it('says so where another app was changed', async () => {
    const { deployed } = await deploy(
      {
        ...works,
        'GET /api/v2/apps/job_statuses/job-1': [200, { status: 'completed', app_id: 7 }],
      },
      '42',
    );
    await expect(deployed).rejects.toThrow('updated app 7, not 42');
  });
});

describe('packageToDeploy', () => {
  const zip = pack(anApp());
  const commit = '0123456789abcdef0123456789abcdef01234567';
  const origin = (of: Uint8Array, change: object = {}) =>
    bytes(JSON.stringify({ ...originOf(of), commit, ...change }));

  it('takes the package as it is, and says what it is', () => {
    const app = packageToDeploy(zip, origin(zip));
    expect(app).toMatchObject({
      fileName: expect.stringMatching(/^customersdot-sign-in-check-\d+\.\d+\.\d+\.zip$/),
      appName: 'CustomersDot Sign-in Check',
      sha256: createHash('sha256').update(zip).digest('hex'),
      commit,
    });
    expect(app.zip).toBe(zip);
  });

  it.each([
    ['files that are not committed', origin(zip, { commit: null }), 'not committed'],
    ['a commit that is none', origin(zip, { commit: 'main' }), 'not committed'],
    ['another package', origin(pack(withManifest(['version', '2.0.0']))), 'not the package'],
    ['nobody knows what', undefined, 'not the package'],
    ['what cannot be read', bytes('{'), 'not the package'],
  ])('refuses what was built from %s', (_, beside, why) => {
    expect(() => packageToDeploy(zip, beside)).toThrow(why);
  });

  it('refuses a package with the settings of a machine in it', () => {
    const leaky = zipSync({
      ...Object.fromEntries(anApp()),
      'zcli.apps.config.json': bytes('{"parameters":{"a":"secret"}}'),
    });
    expect(() => packageToDeploy(leaky, origin(leaky))).toThrow('does not belong');
  });

  it('gives the app for staging a name of its own', () => {
    const made = manifestFor(manifest, hostsOf('us', true)!);
    const staging = pack(
      withManifest(
        ['domainWhitelist', made['domainWhitelist']],
        ['parameters', made['parameters']],
      ),
    );
    expect(packageToDeploy(staging, origin(staging))).toMatchObject({
      appName: 'CustomersDot Sign-in Check (staging)',
      fileName: expect.stringMatching(/-staging\.zip$/),
    });
  });

  it('refuses what is no zip', () => {
    expect(() => packageToDeploy(bytes('PK'), origin(zip))).toThrow('not a zip');
  });
});

it('deploying imports nothing that builds', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)) {
      if (from.startsWith('.')) follow(`${resolve(dirname(file), from).replace(/\.ts$/, '')}.ts`);
      else if (!from.startsWith('node:')) packages.add(from);
    }
  };
  follow(join(__dirname, '../../scripts/deploy.ts'));
  expect([...packages].sort()).toEqual(['fflate']);
});

describe('readTarget', () => {
  const subdomain = { ZENDESK_SUBDOMAIN: 'example' };
  const client = { ZENDESK_OAUTH_CLIENT_ID: 'deploys', ZENDESK_OAUTH_CLIENT_SECRET: 's' };
  const token = { ZENDESK_EMAIL: 'a@example.com', ZENDESK_API_TOKEN: 't' };
  const env = { ...subdomain, ...token };

  it('takes an OAuth client before anything that may do more', () => {
    expect(readTarget({ ...env, ...client, ZENDESK_OAUTH_TOKEN: 'o' })).toEqual({
      ok: true,
      target: {
        base: 'https://example.zendesk.com',
        credentials: { kind: 'client', id: 'deploys', secret: 's' },
        appId: undefined,
        caution: undefined,
      },
    });
  });

  it('takes an OAuth token, and the app to update', () => {
    expect(readTarget({ ...env, ZENDESK_OAUTH_TOKEN: 'o', ZENDESK_APP_ID: '42' })).toMatchObject({
      target: { credentials: { authorization: 'Bearer o' }, appId: '42', caution: undefined },
    });
  });

  it('takes an email and an API token last, and says when those end', () => {
    const authorization = `Basic ${Buffer.from('a@example.com/token:t').toString('base64')}`;
    expect(readTarget(env)).toMatchObject({
      target: { credentials: { authorization }, caution: expect.stringContaining('30 April 2027') },
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

  it.each([undefined, '', ' '])(
    'says that the subdomain is not set, not that it is wrong: %p',
    (value) => {
      expect(readTarget({ ...env, ZENDESK_SUBDOMAIN: value })).toMatchObject({
        ok: false,
        problem: 'ZENDESK_SUBDOMAIN is not set. It is the part before .zendesk.com.',
      });
    },
  );

  it.each(Object.keys(client))(
    'does not fall back on a stronger one where %s is missing',
    (name) => {
      expect(readTarget({ ...env, ...client, [name]: '' })).toMatchObject({
        ok: false,
        problem: expect.stringContaining(name),
      });
    },
  );

  it('knows which variables whoever builds must not have', () => {
    expect(secretsIn({ ...env, ...client, ZENDESK_OAUTH_TOKEN: 'o' })).toEqual([
      'ZENDESK_OAUTH_CLIENT_SECRET',
      'ZENDESK_OAUTH_TOKEN',
      'ZENDESK_API_TOKEN',
    ]);
    expect(secretsIn(subdomain)).toEqual([]);
  });
});
