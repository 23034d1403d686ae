interface Place {
  readonly search: string;
  readonly hash: string;
}

const zendeskHosts =
  /^https:\/\/([a-z0-9-]+\.)+(zendesk\.com|zd-staging\.com|zd-dev\.com|zd-master\.com|zendesk-staging\.com|zendesk-dev\.com)$/;
const localHosts = /^https?:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;

/** The page that says it embeds us, as the SDK reads it: from the query, then from the hash. */
export function embeddingOrigin({ search, hash }: Place): string | undefined {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  const find = (name: string): string | null => query.get(name) ?? fragment.get(name);
  return find('app_guid') ? (find('origin') ?? undefined) : undefined;
}

/** The npm build talks to whichever page claims to be Zendesk; the official one does not, and neither do we. */
export function isZendesk(origin: string): boolean {
  return zendeskHosts.test(origin) || localHosts.test(origin);
}
