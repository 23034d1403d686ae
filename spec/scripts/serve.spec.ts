import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  freePort,
  serveConfig,
  startAppsServer,
  type AppsServer,
} from '../../scripts/lib/apps-server';
import { anApp } from './an-app';

interface Parameter {
  readonly name: string;
  readonly secure?: boolean;
  readonly default?: unknown;
}

const root = join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as {
  parameters: Parameter[];
};
const names = manifest.parameters.map(({ name }) => name);

describe('serveConfig', () => {
  it('names every parameter, so that zcli has nothing to ask', () => {
    expect(Object.keys(serveConfig(manifest).parameters)).toEqual(names);
  });

  it('takes the defaults, and nothing for what is secure', () => {
    const { parameters } = serveConfig({
      parameters: [
        { name: 'host', default: 'example.com' },
        { name: 'words' },
        { name: 'token', secure: true, default: 'never' },
      ],
    });
    expect(parameters).toEqual({ host: 'example.com', words: '', token: '' });
  });

  it.each([undefined, {}, { parameters: 'none' }])('survives %j', (broken) => {
    expect(serveConfig(broken)).toEqual({ parameters: {} });
  });
});

describe('freePort', () => {
  it('leaves a taken port alone', async () => {
    const taken = createServer();
    await new Promise<void>((ready) => taken.listen(0, 'localhost', ready));
    const { port } = taken.address() as { port: number };
    expect(await freePort(port)).not.toBe(port);
    taken.close();
  });
});

describe('zcli apps:server on the app folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  let server: AppsServer;

  beforeAll(async () => {
    for (const [path, bytes] of anApp()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    process.env.ZENDESK_API_TOKEN = 'not for zcli';
    server = await startAppsServer(folder, { root });
  }, 60_000);

  afterAll(async () => {
    delete process.env.ZENDESK_API_TOKEN;
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string) => fetch(new URL(path, server.url));
  const appJson = async () => (await (await get('/app.json')).json()) as AppJson;

  it('announces the sidebar', async () => {
    const { apps } = await appJson();
    expect(apps).toHaveLength(1);
    expect(apps[0]).toMatchObject({
      name: 'CustomersDot Sign-in Check',
      framework_version: '2.0',
      locations: { support: { ticket_sidebar: { url: 'assets/index.html', flexible: true } } },
    });
  });

  it('serves the page where app.json says it is', async () => {
    const [app] = (await appJson()).apps;
    const page = await fetch(`${app?.asset_url_prefix}index.html`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<script');
    expect((await fetch(`${app?.asset_url_prefix}logo-small.png`)).status).toBe(200);
  });

  it('has a value for every setting, and none for a secure one', async () => {
    const [installation] = (await appJson()).installations;
    const settings = Object.assign({}, ...(installation?.settings ?? [])) as Record<
      string,
      unknown
    >;
    expect(Object.keys(settings)).toEqual(['title', ...names]);
    const secure = manifest.parameters
      .filter((one) => one.secure)
      .map(({ name }) => settings[name]);
    expect(secure).toEqual(['', '']);
    expect(JSON.stringify(settings)).not.toContain('not for zcli');
  });

  it('does not serve what lies beside the assets', async () => {
    for (const path of ['/manifest.json', '/0/manifest.json', '/zcli.apps.config.json']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('leaves its settings file out of what zcli would pack', () => {
    expect(readdirSync(folder)).toContain('zcli.apps.config.json');
    expect(readFileSync(join(folder, '.zcliignore'), 'utf8')).toContain('zcli.apps.config.json');
  });
});

interface AppJson {
  readonly apps: readonly { readonly asset_url_prefix: string }[];
  readonly installations: readonly { readonly settings: readonly object[] }[];
}
