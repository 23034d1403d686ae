import type { Installation } from './installation';
import { refuse, refuseWithoutInstallation } from './refuse';
import { substitute } from './substitute';

/** The options of `client.request`, as the app gave them. */
export interface ProxyRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly secure: boolean;
  readonly basicAuth: { readonly username: string; readonly password: string } | undefined;
}

/** The same request as it leaves Zendesk, secrets and all. */
export interface ResolvedRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export type Mode = 'installed' | 'zcli';

/** Throws a refusal for whatever Zendesk's proxy would not send. */
export function resolveRequest(
  request: ProxyRequest,
  installation: Installation,
  mode: Mode = 'installed',
): ResolvedRequest {
  const { method, secure } = request;
  if (!secure) return { ...request, url: parseUrl(request.url) };
  if (mode === 'zcli') refuseWithoutInstallation();

  // The host is settled before any setting is filled in: a setting must not choose where secrets go.
  const { hostname } = parseUrl(request.url);
  if (!installation.manifest.domainWhitelist.includes(hostname)) {
    refuse(`Domain ${hostname} is not in the domainWhitelist`, 403);
  }
  const url = parseUrl(substitute(request.url, 'url', installation));
  if (url.hostname !== hostname) refuse('Invalid request');

  const token = basicAuthToken(request.basicAuth, installation);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => {
      const filled = substitute(value, 'header', installation);
      return [
        name,
        token === undefined ? filled : filled.replaceAll('{{basic_auth.token}}', token),
      ];
    }),
  );
  for (const [name, value] of Object.entries(headers)) {
    if (/[\r\n\0]/.test(name + value)) refuse('Invalid request');
  }
  const body =
    request.body === undefined ? undefined : substitute(request.body, 'body', installation);
  return { url, method, headers, body };
}

function basicAuthToken(
  basicAuth: ProxyRequest['basicAuth'],
  installation: Installation,
): string | undefined {
  if (!basicAuth) return undefined;
  const username = substitute(basicAuth.username, 'basic_auth_username', installation);
  const password = substitute(basicAuth.password, 'basic_auth_password', installation);
  return Buffer.from(`${username}:${password}`).toString('base64');
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : refuse('Invalid request');
  if (url.protocol !== 'https:' || url.username !== '' || url.port !== '')
    refuse('Invalid request');
  return url;
}
