/** How Zendesk gets to know who deploys. */
export type Credentials =
  /** An OAuth client of the account: it asks for a token that may only read and write apps. */
  | { readonly kind: 'client'; readonly id: string; readonly secret: string }
  | { readonly kind: 'token'; readonly authorization: string; readonly secret: string };

export interface Target {
  /** `https://example.zendesk.com` */
  readonly base: string;
  readonly credentials: Credentials;
  /** The app to update; none: a new one is created. */
  readonly appId: string | undefined;
  /** What whoever deploys should know before it is too late. */
  readonly caution: string | undefined;
}

export type Read =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly problem: string };

type Env = Readonly<Record<string, string | undefined>>;

const secretNames = ['ZENDESK_OAUTH_CLIENT_SECRET', 'ZENDESK_OAUTH_TOKEN', 'ZENDESK_API_TOKEN'];

/** The variables among these that hold a secret: whoever builds must not have them. */
export function secretsIn(env: Env): readonly string[] {
  return secretNames.filter((name) => env[name]);
}

/** Reads the variables that zcli uses too, so that one set serves both. The most limited credential wins. */
export function readTarget(env: Env): Read {
  const subdomain = env.ZENDESK_SUBDOMAIN?.trim() ?? '';
  if (subdomain === '') {
    return problem('ZENDESK_SUBDOMAIN is not set. It is the part before .zendesk.com.');
  }
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(subdomain)) {
    return problem('ZENDESK_SUBDOMAIN has to be the part before .zendesk.com.');
  }
  const appId = env.ZENDESK_APP_ID || undefined;
  if (appId !== undefined && !/^\d+$/.test(appId)) {
    return problem('ZENDESK_APP_ID has to be a number.');
  }
  const { ZENDESK_OAUTH_CLIENT_ID: id, ZENDESK_OAUTH_CLIENT_SECRET: secret } = env;
  const { ZENDESK_OAUTH_TOKEN: oauth, ZENDESK_EMAIL: email, ZENDESK_API_TOKEN: token } = env;
  const target = (credentials: Credentials, caution?: string): Read => ({
    ok: true,
    target: { base: `https://${subdomain}.zendesk.com`, credentials, appId, caution },
  });

  if (id && secret) return target({ kind: 'client', id, secret });
  // Half of it is a mistake, and not a wish for a stronger credential.
  if (id) return problem('ZENDESK_OAUTH_CLIENT_SECRET is missing beside ZENDESK_OAUTH_CLIENT_ID.');
  if (secret) {
    return problem('ZENDESK_OAUTH_CLIENT_ID is missing beside ZENDESK_OAUTH_CLIENT_SECRET.');
  }
  if (oauth) return target({ kind: 'token', authorization: `Bearer ${oauth}`, secret: oauth });
  if (email && token) {
    const encoded = Buffer.from(`${email}/token:${token}`).toString('base64');
    return target({ kind: 'token', authorization: `Basic ${encoded}`, secret: token }, endOfTokens);
  }
  return problem(
    'Set ZENDESK_OAUTH_CLIENT_ID and ZENDESK_OAUTH_CLIENT_SECRET (docs/install.md); or ZENDESK_OAUTH_TOKEN; or ZENDESK_EMAIL and ZENDESK_API_TOKEN.',
  );
}

const endOfTokens =
  'An API token may do whatever its owner may, and Zendesk ends all of them on 30 April 2027: use an OAuth client (docs/install.md).';

function problem(text: string): Read {
  return { ok: false, problem: text };
}
