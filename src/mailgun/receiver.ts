import type { DeliveryReport, MailProvider } from '../diagnosis/answers';
import { textAt } from '../shared/json';

const servers: readonly (readonly [MailProvider, RegExp])[] = [
  ['microsoft', /\.(?:outlook\.com|mx\.microsoft|hotmail\.com)$/],
  ['google', /(?:^|\.)(?:google|googlemail|psmtp)\.com$/],
  ['proofpoint', /\.(?:pphosted|ppe-hosted|proofpoint)\.com$/],
  ['mimecast', /\.mimecast(?:-offshore)?\.(?:com|co\.za)$/],
  ['barracuda', /\.(?:barracudanetworks|cudaops)\.com$/],
];

/** Mailgun's own word for it, as in "Gmail" or "Office 365". No list of its words is published. */
const stated: readonly (readonly [MailProvider, RegExp])[] = [
  ['microsoft', /\b(?:microsoft|office ?365|outlook|hotmail)\b/i],
  ['google', /\b(?:google|gmail)\b/i],
  ['proofpoint', /\bproofpoint\b/i],
  ['mimecast', /\bmimecast\b/i],
  ['barracuda', /\bbarracuda\b/i],
];

/**
 * Where a mail went: the receiving server and who runs it. The server's name decides, since it is what the mail was
 * handed to; Mailgun's word counts where there is none. Neither its IP address nor anything of the session is kept.
 */
export function receiverOf(
  item: unknown,
  status: unknown,
): Pick<DeliveryReport, 'mxHost' | 'provider'> {
  const host = textAt(status, 'mx-host')?.trim().toLowerCase().replace(/\.$/, '');
  const mxHost = host !== undefined && isHostName(host) ? host : undefined;
  const provider =
    mxHost === undefined
      ? matching(stated, textAt(item, 'recipient-provider') ?? '')
      : matching(servers, mxHost);
  return {
    ...(mxHost === undefined ? {} : { mxHost }),
    ...(provider === undefined ? {} : { provider }),
  };
}

function isHostName(text: string): boolean {
  return text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(text);
}

function matching(
  table: readonly (readonly [MailProvider, RegExp])[],
  text: string,
): MailProvider | undefined {
  return table.find(([, pattern]) => pattern.test(text))?.[0];
}
