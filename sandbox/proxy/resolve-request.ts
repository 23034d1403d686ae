import { textOf, type Installation } from './installation';

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
  if (mode === 'zcli') refuse(noInstallation, 422);

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

/** The part of a request that a placeholder stands in. */
type Part = 'url' | 'header' | 'body' | 'basic_auth_username' | 'basic_auth_password';

/**
 * Plain replacement without any encoding, as Zendesk's. Throws a refusal where a secure setting is not meant for
 * this part; a setting that does not exist stays as it is written.
 */
function substitute(text: string, part: Part, { manifest, settings }: Installation): string {
  return text.replace(/\{\{setting\.([^{}]+)\}\}/g, (literal, name: string) => {
    const parameter = manifest.parameters.find((known) => known.name === name);
    if (!parameter) return literal;
    if (parameter.secure && parameter.scopes?.includes(part) === false) {
      refuse(`Setting ${name} may not be used in ${part}`);
    }
    return textOf(settings[name]);
  });
}

/** Zendesk's proxy answers for itself: the request never left. */
export class Refusal extends Error {
  readonly status: number;

  constructor(reason: string, status: number) {
    super(`Proxy error: ${reason}`);
    this.status = status;
  }
}

function refuse(reason: string, status = 400): never {
  throw new Refusal(reason, status);
}

/** What a developer gets under `zcli apps:server`, where there is no installation to take secrets from. */
const noInstallation =
  '{:code=>"UnprocessableEntity", :status=>"422", :title=>"Unprocessable Entity", :message=>"Failed to get installation and oauth information for app."}';
