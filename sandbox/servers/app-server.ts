import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import express, { type Express } from 'express';
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
 * The app's own origin. Everything is served byte for byte as it would be uploaded, but for two things in the
 * html: the SDK comes from here, and a script leads links of mapped hosts to the local services.
 */
export function createAppServer({ folder, sdk, links }: AppServerPorts): Express {
  const app = express();
  const assets = resolve(folder, 'assets');

  app.use((_, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.get('/sdk.js', (_, response) => {
    response.type('js').send(sdk);
  });
  app.get('/sandbox-links.js', (_, response) => {
    response.type('js').send(linkScript(links()));
  });
  app.get(['/assets/', '/assets/index.html'], (_, response) => {
    const page = resolve(assets, 'index.html');
    if (existsSync(page)) response.type('html').send(sandboxed(readFileSync(page, 'utf8')));
    else response.status(404).send('The app has not been built.');
  });
  app.use('/assets', express.static(assets));
  return app;
}

function sandboxed(html: string): string {
  return html
    .replace(cdnSdk, '/sdk.js')
    .replace('</head>', '  <script defer src="/sandbox-links.js"></script>\n  </head>');
}
