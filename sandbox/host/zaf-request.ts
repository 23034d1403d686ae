import type { ProxyAnswer } from '../proxy/fault';
import type { ProxyRequest } from '../proxy/resolve-request';
import type { RequestOutcome } from './zaf-host';

export interface RequestPorts {
  /** Zendesk's own API, as the agent. */
  api(request: ApiRequest, signal: AbortSignal): Promise<ProxyAnswer>;
  proxy(request: ProxyRequest, signal: AbortSignal): Promise<ProxyAnswer>;
  readonly subdomain: string;
}

export interface ApiRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

interface Options {
  readonly url?: string;
  readonly type?: string;
  readonly method?: string;
  readonly data?: unknown;
  readonly dataType?: string;
  readonly contentType?: string | false;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly cors?: boolean;
  readonly secure?: boolean;
  readonly basic_auth?: { readonly username: string; readonly password: string };
  readonly httpCompleteResponse?: boolean;
}

/** `client.request` as the host does it: jQuery.ajax in the agent's browser, or Zendesk's proxy. */
export async function zafRequest(options: unknown, ports: RequestPorts): Promise<RequestOutcome> {
  const wanted = (typeof options === 'string' ? { url: options } : (options ?? {})) as Options;
  const { dataType, timeout = 0, httpCompleteResponse = false } = wanted;

  const late = timeout > 0 ? AbortSignal.timeout(timeout) : new AbortController().signal;
  const answer = await ask(wanted, ports, late).catch(() => ({ kind: 'none' }) as const);
  if (answer.kind === 'none') return noAnswer(late.aborted ? 'timeout' : 'error');

  const { status, body, headers } = answer;
  const parsed = parse(body, dataType, headers['content-type'] ?? '');
  const xhr = {
    readyState: 4,
    status,
    statusText: statusText(status),
    responseText: body,
    headers,
    ...(parsed.json === undefined ? {} : { responseJSON: parsed.json }),
  };
  if (!(status >= 200 && status < 300) && status !== 304) {
    return { ok: false, responseArgs: [xhr, 'error', xhr.statusText] };
  }
  if (parsed.broken) {
    const broken = { ...xhr, statusText: 'parsererror' };
    return { ok: false, responseArgs: [broken, 'parsererror', 'SyntaxError'] };
  }
  const data = status === 204 ? undefined : parsed.data;
  return { ok: true, responseArgs: [httpCompleteResponse ? xhr : data, 'success', xhr] };
}

async function ask(
  options: Options,
  ports: RequestPorts,
  signal: AbortSignal,
): Promise<ProxyAnswer> {
  const { url = '', cors = false, secure = false, basic_auth: basicAuth } = options;
  const method = (options.method ?? options.type ?? 'GET').toUpperCase();
  const { query, body, contentType } = encode(options, method);
  const headers = {
    ...(body === undefined || contentType === false ? {} : { 'Content-Type': contentType }),
    ...options.headers,
  };
  const target = query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url;

  const own = ownPath(target, ports.subdomain);
  if (own !== undefined) return ports.api({ path: own, method, headers, body }, signal);
  // A direct call from the browser; nothing here answers those.
  if (cors) return { kind: 'none' };
  return ports.proxy({ url: target, method, headers, body, secure, basicAuth }, signal);
}

/** The path where it is Zendesk's own API: such a request is not proxied, and no secret is filled in. */
function ownPath(url: string, subdomain: string): string | undefined {
  if (url.startsWith('/') && !url.startsWith('//')) return url;
  const account = `https://${subdomain}.zendesk.com/`;
  return url.startsWith(account) ? url.slice(account.length - 1) : undefined;
}

const form = 'application/x-www-form-urlencoded; charset=UTF-8';

function encode({ data, contentType = form }: Options, method: string) {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const text =
    data === undefined || typeof data === 'string'
      ? data
      : new URLSearchParams(data as Record<string, string>).toString();
  return {
    query: hasBody ? undefined : text,
    body: hasBody ? text : undefined,
    contentType,
  };
}

/** As jQuery: JSON where it was asked for, or where the answer says that it is. */
function parse(body: string, dataType: string | undefined, type: string) {
  const wantsJson = dataType === 'json' || (dataType === undefined && type.includes('json'));
  try {
    const json: unknown = body === '' || dataType === 'text' ? undefined : JSON.parse(body);
    return { json, data: wantsJson ? json : body, broken: false };
  } catch {
    return { json: undefined, data: body, broken: wantsJson };
  }
}

function noAnswer(text: 'error' | 'timeout'): RequestOutcome {
  return { ok: false, responseArgs: [{ readyState: 0, status: 0, statusText: text }, text, ''] };
}

function statusText(status: number): string {
  return (
    { 200: 'OK', 201: 'Created', 204: 'No Content', 302: 'Found', 404: 'Not Found' }[status] ??
    (status < 400 ? 'success' : 'error')
  );
}
