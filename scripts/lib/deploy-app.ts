import type { Credentials, Target } from './credentials';

export interface Package {
  readonly fileName: string;
  readonly appName: string;
  readonly zip: Uint8Array;
}

export interface Deployed {
  readonly appId: string;
  readonly created: boolean;
}

export interface World {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const pollEvery = 1000;
const mostPolls = 120;
const timeLimit = 60_000;
/** No answer that is of use here is longer, in characters. */
const longestAnswer = 100_000;

/**
 * Uploads a package and makes it the app, or a new version of it. Only the package travels: an installation keeps
 * its settings. zcli's own update sends the settings of the developer's machine along and overwrites them.
 */
export async function deployApp(
  { fileName, appName, zip }: Package,
  { base, credentials, appId }: Target,
  world: World,
): Promise<Deployed> {
  const authorization = await authorizationOf(credentials, base, world);
  const clean = cleaner(credentials, authorization);
  const call = async (method: string, path: string, body?: FormData | object): Promise<Reply> => {
    const isForm = body instanceof FormData;
    const what = `${method} /${path}`;
    const { response, text } = await ask(world, `${base}/${path}`, {
      method,
      headers: {
        Authorization: authorization,
        Accept: 'application/json',
        ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${what}: ${response.status} ${clean(text)}`);
    const reply = objectIn(text);
    if (reply === undefined) throw new Error(`${what}: the answer cannot be read.`);
    return reply;
  };

  const form = new FormData();
  form.append(
    'uploaded_data',
    new Blob([new Uint8Array(zip)], { type: 'application/zip' }),
    fileName,
  );
  const upload = await call('POST', 'api/v2/apps/uploads.json', form);
  const upload_id = idIn(upload, 'id');
  const job =
    appId === undefined
      ? await call('POST', 'api/apps.json', { upload_id, name: appName })
      : await call('PUT', `api/v2/apps/${appId}`, { upload_id });
  const jobId = idIn(job, 'job_id');

  for (let poll = 0; poll < mostPolls; poll += 1) {
    const status = await call('GET', `api/v2/apps/job_statuses/${jobId}`);
    if (status.status === 'completed') {
      const now = idIn(status, 'app_id');
      if (appId === undefined || now === appId) return { appId: now, created: appId === undefined };
      throw new Error(`Zendesk says that it updated app ${clean(now)}, not ${appId}. Look there.`);
    }
    if (status.status === 'failed') {
      throw new Error(`Zendesk could not take the package: ${clean(String(status.message))}`);
    }
    await world.wait(pollEvery);
  }
  throw new Error('Zendesk is still at it. Look in Admin Center before you try again.');
}

const scope = 'apps:read apps:write';

/** A client's token ends by itself, and may do nothing but what it was asked for. */
async function authorizationOf(
  credentials: Credentials,
  base: string,
  world: World,
): Promise<string> {
  if (credentials.kind === 'token') return credentials.authorization;
  const { response, text } = await ask(world, `${base}/oauth/tokens`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.id,
      client_secret: credentials.secret,
      scope,
    }),
  });
  const { access_token: token, scope: given, error } = objectIn(text) ?? {};
  if (!response.ok) {
    // The answer may hold what was sent: only the code that the standard names is repeated.
    const code = typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? ` ${error}` : '';
    throw new Error(
      `POST /oauth/tokens: ${response.status}${code}. Look at the OAuth client in Admin Center.`,
    );
  }
  if (typeof token !== 'string' || !/^[\w.~+/=-]{1,4096}$/.test(token)) {
    throw new Error('POST /oauth/tokens: the answer has no token.');
  }
  const more = typeof given === 'string' ? given.split(' ').filter((one) => !may(one)) : [];
  if (more.length > 0) {
    throw new Error('POST /oauth/tokens: the token may do more than it was asked for. Not used.');
  }
  return `Bearer ${token}`;
}

const may = (one: string): boolean => one === '' || scope.split(' ').includes(one);

async function ask(world: World, url: string, init: RequestInit) {
  const response = await world
    .fetch(url, {
      ...init,
      // A redirect would take the credentials elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimit),
    })
    .catch(() => {
      const { host } = new URL(url);
      throw new Error(
        `${host}: no answer, or a redirect. Look at ZENDESK_SUBDOMAIN and at the network.`,
      );
    });
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > longestAnswer) throw new Error('Zendesk’s answer is too long to be one.');
  }
  return { response, text };
}

/** For the terminal and for logs: without the secrets, should they come back, and without control characters. */
function cleaner(credentials: Credentials, authorization: string): (text: string) => string {
  const secrets = [credentials.secret, authorization, authorization.replace(/^\w+ /, '')];
  return (text) =>
    secrets
      .reduce((masked, secret) => masked.replaceAll(secret, '••••••'), text)
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ')
      .slice(0, 300);
}

type Reply = Readonly<Record<string, unknown>>;

function objectIn(text: string): Reply | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Reply) : undefined;
  } catch {
    return undefined;
  }
}

function idIn(reply: Reply, key: string): string {
  const id = reply[key];
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw new Error(`Zendesk's answer has no ${key}.`);
  }
  // It becomes part of the next address.
  return encodeURIComponent(id);
}
