import manifest from '../../manifest.json';
import type { SetupReport } from '../../src/setup/lines';
import { createSetupCheck } from '../../src/setup/run';
import { type FailureCause, failed, ok } from '../../src/shared/failure';
import { type OutgoingRequest, type Send, unsafePart } from '../../src/shared/request';
import { deadlineMs } from '../../src/zendesk/client';

export interface Credentials {
  readonly customersdotToken: string;
  readonly mailgunApiKey: string;
}

export interface TerminalWorld {
  readonly credentials: Credentials;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** Every host that a package of the app can be made for. */
const hosts = [
  'customers.gitlab.com',
  'customers.staging.gitlab.com',
  'api.mailgun.net',
  'api.eu.mailgun.net',
];

/** What an admin leaves as it is. */
const usualSettings: Readonly<Record<string, unknown>> = Object.fromEntries(
  manifest.parameters.flatMap((one) => ('default' in one ? [[one.name, one.default]] : [])),
);

/** Parameters of the app, and which of them are secrets. */
export const isSetting = (name: string): boolean =>
  manifest.parameters.some((one) => one.name === name);
export const isSecret = (name: string): boolean =>
  manifest.parameters.some((one) => one.name === name && 'secure' in one && one.secure);

/** In place of Zendesk's proxy: puts the credentials where their placeholders stand, and follows no redirect. */
function sendFrom({ credentials, fetch, now }: TerminalWorld): Send {
  return async (request, { signal } = {}) => {
    const fail = (cause: FailureCause) => failed({ source: request.source, ...cause });
    const unsafe = unsafePart(request);
    if (unsafe !== undefined) return fail({ kind: 'misconfigured', setting: unsafe });
    if (!hosts.includes(new URL(request.url).hostname)) {
      return fail({ kind: 'misconfigured', setting: 'customersdot_host' });
    }
    const late = AbortSignal.timeout(deadlineMs);
    const startedAt = now();
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: headersOf(request, credentials),
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, late]) : late,
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      const headers = Object.fromEntries(response.headers);
      return ok({ status: response.status, body: await startOf(response), headers });
    } catch {
      if (signal?.aborted) return fail({ kind: 'cancelled' });
      return late.aborted
        ? fail({ kind: 'timeout', afterMs: now() - startedAt })
        : fail({ kind: 'unreachable' });
    }
  };
}

/** Bytes: more than the app makes anything of. Whoever answers without end is listened to no longer. */
const longestBody = 4_000_001;

async function startOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  // Leaving the loop closes the connection.
  for await (const part of body ?? []) {
    length += part.length;
    text += decoder.decode(part, { stream: true });
    if (length >= longestBody) break;
  }
  return text + decoder.decode();
}

function headersOf(
  { headers, basicAuth }: OutgoingRequest,
  { customersdotToken, mailgunApiKey }: Credentials,
): Readonly<Record<string, string>> {
  const basic = Buffer.from(`${basicAuth?.username ?? ''}:${mailgunApiKey}`).toString('base64');
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      value
        .replace('{{setting.customersdot_token}}', () => customersdotToken)
        .replace('{{basic_auth.token}}', () => basic),
    ]),
  );
}

/** Asks CustomersDot and Mailgun what the app asks them. `known`: an address that has an account. */
export function checkFromTerminal(
  settings: Readonly<Record<string, unknown>>,
  known: string | undefined,
  world: TerminalWorld,
): { readonly report: Promise<SetupReport>; cancel(): void } {
  const check = createSetupCheck({
    client: undefined,
    send: sendFrom(world),
    clock: {
      now: world.now,
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => {
          clearTimeout(timer);
        };
      },
    },
    settings: () => Promise.resolve(ok({ ...usualSettings, ...settings })),
    whitelist: hosts,
    sdk: { version: undefined, origin: undefined },
  });
  const report = new Promise<SetupReport>((done) => {
    check.subscribe(() => {
      const state = check.getState();
      if (state.kind === 'done' || state.kind === 'cancelled') done(state);
    });
  });
  check.start(known === undefined ? {} : { known });
  return { report, cancel: check.cancel };
}
