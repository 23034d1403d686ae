import type { Target } from './credentials';

export interface Package {
  readonly fileName: string;
  readonly appName: string;
  readonly zip: Uint8Array;
}

export interface Deployed {
  readonly appId: string;
  readonly created: boolean;
}

interface World {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const pollEvery = 1000;
const mostPolls = 120;

/**
 * Uploads a package and makes it the app, or a new version of it. Only the package travels: an installation keeps
 * its settings. zcli's own update sends the settings of the developer's machine along and overwrites them.
 */
export async function deployApp(
  { fileName, appName, zip }: Package,
  { base, authorization, appId }: Target,
  world: World,
): Promise<Deployed> {
  const call = async (method: string, path: string, body?: FormData | object): Promise<Reply> => {
    const isForm = body instanceof FormData;
    const response = await world.fetch(`${base}/${path}`, {
      method,
      headers: {
        Authorization: authorization,
        Accept: 'application/json',
        ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      // A redirect would take the credentials elsewhere.
      redirect: 'error',
    });
    return readReply(`${method} /${path}`, response);
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
      return { appId: idIn(status, 'app_id'), created: appId === undefined };
    }
    if (status.status === 'failed') {
      throw new Error(`Zendesk could not take the package: ${String(status.message)}`);
    }
    await world.wait(pollEvery);
  }
  throw new Error('Zendesk is still at it. Look in Admin Center before you try again.');
}

type Reply = Readonly<Record<string, unknown>>;

async function readReply(what: string, response: Response): Promise<Reply> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${what}: ${response.status} ${text.slice(0, 300)}`);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Reply;
  } catch {
    // Said below, as for any other answer that is not an object.
  }
  throw new Error(`${what}: the answer cannot be read.`);
}

function idIn(reply: Reply, key: string): string {
  const id = reply[key];
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw new Error(`Zendesk's answer has no ${key}.`);
  }
  // It becomes part of the next address.
  return encodeURIComponent(id);
}
