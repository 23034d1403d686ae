export interface Target {
  /** `https://example.zendesk.com` */
  readonly base: string;
  readonly authorization: string;
  /** The app to update; none: a new one is created. */
  readonly appId: string | undefined;
}

export type Read =
  { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly problem: string };

/** Reads the variables that zcli uses too, so that one set serves both. */
export function readTarget(env: Readonly<Record<string, string | undefined>>): Read {
  const subdomain = env.ZENDESK_SUBDOMAIN ?? '';
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(subdomain)) {
    return problem('ZENDESK_SUBDOMAIN has to be the part before .zendesk.com.');
  }
  const appId = env.ZENDESK_APP_ID || undefined;
  if (appId !== undefined && !/^\d+$/.test(appId)) {
    return problem('ZENDESK_APP_ID has to be a number.');
  }
  const authorization = authorizationOf(env);
  if (authorization === undefined) {
    return problem('Set ZENDESK_OAUTH_TOKEN, or ZENDESK_EMAIL and ZENDESK_API_TOKEN.');
  }
  const base = `https://${subdomain}.zendesk.com`;
  return { ok: true, target: { base, authorization, appId } };
}

function authorizationOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { ZENDESK_OAUTH_TOKEN: oauth, ZENDESK_EMAIL: email, ZENDESK_API_TOKEN: token } = env;
  if (oauth) return `Bearer ${oauth}`;
  if (!email || !token) return undefined;
  return `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`;
}

function problem(text: string): Read {
  return { ok: false, problem: text };
}
