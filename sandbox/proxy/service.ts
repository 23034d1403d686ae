import type { Source } from '../../src/shared/failure';

/** Who can be made to fail. */
export const services = ['customersdot', 'portal_log', 'gitlab_log', 'suppressions'] as const;

export type Service = (typeof services)[number] & Source;

/** Both mail logs are one address of Mailgun's: the domain asked for tells them apart. */
export function serviceOf(
  url: URL,
  body: string | undefined,
  gitlabDomain: string,
): Service | undefined {
  if (/^customers\.(staging\.)?gitlab\.com$/.test(url.hostname)) return 'customersdot';
  if (!/^api\.(eu\.)?mailgun\.net$/.test(url.hostname)) return undefined;
  if (/\/(bounces|complaints|unsubscribes)(\/|$)/.test(url.pathname)) return 'suppressions';
  return body?.includes(JSON.stringify(gitlabDomain)) ? 'gitlab_log' : 'portal_log';
}
