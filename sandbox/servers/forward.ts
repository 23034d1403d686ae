import { answerOf, type ProxyAnswer } from '../proxy/fault';
import type { ResolvedRequest } from '../proxy/resolve-request';

/** Asks the local stand-in for what was meant for the real host. Redirects are handed on, not followed. */
export async function forward(
  { url, method, headers, body }: ResolvedRequest,
  standIn: string,
  more: Readonly<Record<string, string>>,
): Promise<ProxyAnswer> {
  const response = await fetch(`${standIn}${url.pathname}${url.search}`, {
    method,
    headers: { ...headers, ...more },
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  return answerOf(response);
}
