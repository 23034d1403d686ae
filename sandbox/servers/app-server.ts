import { readFileSync, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import express, { type Express, type Response } from 'express';
import { lineScript } from './line-script';
import { linkScript } from './link-script';

/** Zendesk's SDK as the installed app loads it. */
const cdnSdk = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

export interface AppServerPorts {
  /** The built app: `dist`. */
  readonly folder: string;
  readonly sdk: string;
  /** Host name → where its local stand-in listens. */
  readonly links: () => Readonly<Record<string, string>>;
}

/**
 * The app's own origin, as Zendesk's CDN: compressed, and kept by the browser for good under a path that only this
 * upload has (`/<upload>/assets/`). Everything is served byte for byte as it would be uploaded, but for two things in
 * the html: the SDK comes from here, and a script leads links of mapped hosts to the local services and says when the
 * sandbox plays offline. `/assets/` is the
 * same and never kept.
 */
export function createAppServer({ folder, sdk, links }: AppServerPorts): Express {
  const app = express();
  const assets = resolve(folder, 'assets');
  const zipped = new Map<string, Buffer>();

  function send(response: Response, type: string, content: Buffer | string, key: string): void {
    const known = zipped.get(key) ?? gzipSync(content);
    zipped.set(key, known);
    response.set({ 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }).type(type).send(known);
  }

  app.get('/sdk.js', (_, response) => {
    response.set('Cache-Control', forGood);
    send(response, 'js', sdk, 'sdk');
  });
  app.get('/sandbox.js', (_, response) => {
    response
      .set('Cache-Control', 'no-store')
      .type('js')
      .send(linkScript(links()) + lineScript);
  });
  app.get(['/assets/*', '/:upload/assets/*'], (request, response) => {
    const upload = 'upload' in request.params;
    const wanted = (request.params as Readonly<Record<string, string>>)[0] ?? '';
    const path = resolve(assets, wanted === '' ? 'index.html' : wanted);
    const changed = changedAt(path);
    if (changed === undefined || !path.startsWith(assets + sep)) {
      response.status(404).send(`There is no ${wanted} in the built app.`);
      return;
    }
    response.set('Cache-Control', upload ? forGood : 'no-store');
    const isPage = wanted === '' || wanted === 'index.html';
    const content = isPage ? sandboxed(readFileSync(path, 'utf8')) : readFileSync(path);
    send(response, extname(path), content, `${path} ${changed}`);
  });
  return app;
}

const forGood = 'public, max-age=31536000, immutable';

/** Names the upload that the browser may keep: another after each build. */
export function uploadOf(folder: string): string {
  return Math.round(changedAt(resolve(folder, 'assets/index.html')) ?? 0).toString(36);
}

function changedAt(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.mtimeMs : undefined;
}

function sandboxed(html: string): string {
  return html
    .replace(`src="${cdnSdk}"`, 'src="/sdk.js"')
    .replace('</head>', '  <script defer src="/sandbox.js"></script>\n  </head>');
}
