import { sameAddress } from '../address/address';
import type { DeliveryReport, MailProvider } from '../diagnosis/answers';
import { fieldAt, instantOf, numberOf, objectAt, textAt } from '../shared/json';
import { visibleText } from '../shared/text';

/** One log item, reduced to what a mail's outcome rests on. No URL, no IP, no body crosses this door. */
export interface LogEvent {
  readonly id: string | undefined;
  readonly messageId: string | undefined;
  readonly at: number;
  /** As a reader sees it; one that was cut off ends in `…`. */
  readonly subject: string | undefined;
  readonly what: EventKind;
  readonly reason: string | undefined;
  readonly bounceType: string | undefined;
  readonly report: DeliveryReport;
}

export type EventKind =
  | 'accepted'
  | 'delivered'
  | 'delayed-bounce'
  | 'permanent'
  | 'temporary'
  /** A failure of which nothing says whether it is for good. */
  | 'failed'
  | 'rejected';

/** An item of somebody or something else is readable and not ours; any other that says too little is `unreadable`. */
type ReadItem =
  | { readonly kind: 'event'; readonly event: LogEvent }
  | { readonly kind: 'not-ours' }
  /** An open, a click and the like: shows that a mail existed, and nothing else of it is kept. */
  | { readonly kind: 'aside'; readonly messageId: string | undefined }
  | { readonly kind: 'unreadable' };

const asides = /^(unique_)?(opened|clicked)$|^(unsubscribed|complained|stored)$/;

export function readItem(item: unknown, address: string, domain: string): ReadItem {
  const domainOfItem = statedDomain(item);
  const headers = objectAt(objectAt(item, 'message'), 'headers');
  // Mailgun refuses some mails before it knows their recipient; then the header counts, if it names the address.
  const recipient = textAt(item, 'recipient') ?? headerAddress(textAt(headers, 'to'), address);
  const event = textAt(item, 'event');
  const at = instantOf(fieldAt(item, '@timestamp'));
  if (domainOfItem === undefined || recipient === undefined) return { kind: 'unreadable' };
  if (!isSameText(domainOfItem, domain) || !isSameText(recipient, address))
    return { kind: 'not-ours' };
  if (event === undefined || at === undefined) return { kind: 'unreadable' };

  const messageId = withoutBrackets(textAt(headers, 'message-id'));
  if (asides.test(event)) return { kind: 'aside', messageId };
  const what = eventKind(event, item);
  if (!what) return { kind: 'unreadable' };

  const rawSubject = textAt(headers, 'subject');
  const subject = rawSubject === undefined ? undefined : decodeHeader(rawSubject);
  const status = objectAt(item, 'delivery-status');
  return {
    kind: 'event',
    event: {
      id: textAt(item, 'id'),
      messageId,
      at,
      subject,
      what,
      reason: textAt(item, 'reason')?.toLowerCase(),
      bounceType: textAt(status, 'bounce-type'),
      report: { ...deliveryReport(status, objectAt(item, 'reject')), ...receiverOf(item, status) },
    },
  };
}

export const statedDomain = (item: unknown): string | undefined =>
  textAt(objectAt(item, 'domain'), 'name');

function eventKind(event: string, item: unknown): EventKind | undefined {
  switch (event) {
    case 'accepted':
    case 'delivered':
    case 'rejected':
      return event;
    case 'failed': {
      const severity = severityOf(item);
      if (severity === 'temporary') return 'temporary';
      if (fieldAt(objectAt(item, 'flags'), 'is-delayed-bounce') === true) return 'delayed-bounce';
      return severity ?? 'failed';
    }
    default:
      return undefined;
  }
}

/** Mailgun's own example has no severity, but states when it will try again. What says neither is not taken for final. */
function severityOf(item: unknown): 'temporary' | 'permanent' | undefined {
  const severity = textAt(item, 'severity')?.toLowerCase();
  if (severity === 'temporary' || severity === 'permanent') return severity;
  const status = objectAt(item, 'delivery-status');
  const code = numberOf(fieldAt(status, 'code')) ?? 0;
  const reason = textAt(item, 'reason')?.toLowerCase() ?? '';
  if ((numberOf(fieldAt(status, 'retry-seconds')) ?? 0) > 0) return 'temporary';
  if (isGivenUp(reason, code)) return 'permanent';
  if (code >= 400 && code < 500) return 'temporary';
  const isRefused = reason === 'bounce' || textAt(status, 'bounce-type') !== undefined;
  return isRefused || (code >= 500 && code < 600) ? 'permanent' : undefined;
}

/** Not sent because of a list, or tried for as long as Mailgun tries. */
function isGivenUp(reason: string, code: number): boolean {
  return reason === 'old' || reason.startsWith('suppress') || [602, 605, 606, 607].includes(code);
}

function deliveryReport(status: unknown, reject: unknown): DeliveryReport {
  const code = numberOf(fieldAt(status, 'code'));
  const enhancedCode = textAt(status, 'enhanced-code');
  const text =
    // When Mailgun gives up, its own word is "Too old": what the server said last is more use.
    textAt(status, 'last-message') ??
    textAt(status, 'message') ??
    textAt(status, 'description') ??
    textAt(reject, 'reason') ??
    textAt(reject, 'description');
  return {
    ...(code === undefined ? {} : { code }),
    ...(enhancedCode === undefined
      ? {}
      : { enhancedCode: visibleText(enhancedCode, { most: 20 }) }),
    ...(text === undefined ? {} : { text: visibleText(text, { most: 500 }) }),
  };
}

function headerAddress(to: string | undefined, address: string): string | undefined {
  // Where it is longer, nobody knows whose address stands behind the cut.
  if (to === undefined || to.length > longestHeader) return undefined;
  return to.split(/[\s,<>"]+/).find((word) => isSameText(word, address));
}

/** `<>` names no mail. */
function withoutBrackets(messageId: string | undefined): string | undefined {
  const id = messageId?.trim().replace(/^<|>$/g, '');
  return id === '' ? undefined : id;
}

/** Of addresses and domains: blanks and ASCII capitals aside. */
export function isSameText(one: string | undefined, other: string): boolean {
  return one !== undefined && sameAddress(one.trim(), other.trim());
}

const encodedWord = /=\?([^?\s]{1,40})\?([bq])\?([^?]*)\?=/gi;

/** Characters. GitLab's subjects have at most a few hundred; a longer one is somebody's doing. */
const longestHeader = 1000;

/**
 * A header as a reader sees it (RFC 2047: encoded words, folded lines), up to `longestHeader` characters of it: what
 * is cut off ends in `…`, so that it is equal to no subject. `undefined` where a word cannot be decoded: what the
 * header says is then not known.
 */
export function decodeHeader(raw: string): string | undefined {
  const isCut = raw.length > longestHeader;
  const unfolded = raw.slice(0, longestHeader).replace(/\r?\n[ \t]+/g, ' ');
  try {
    // White space between two encoded words is not part of the text.
    const text = unfolded.replace(/(\?=)\s+(?==\?[^?\s]{1,40}\?[bq]\?)/gi, '$1');
    return isCut ? `${joinAdjacent(text)}…` : joinAdjacent(text);
  } catch {
    return undefined;
  }
}

/** Neighbours of one charset are decoded together: some senders split a character between two words. */
function joinAdjacent(text: string): string {
  let decoded = '';
  let position = 0;
  let pending: { charset: string; bytes: number[] } | undefined;

  const flush = () => {
    if (pending) decoded += decodeBytes(pending.charset, pending.bytes);
    pending = undefined;
  };

  for (const match of text.matchAll(encodedWord)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const between = text.slice(position, match.index);
    if (between !== '' || pending?.charset !== charset.toLowerCase()) flush();
    decoded += between;
    pending ??= { charset: charset.toLowerCase(), bytes: [] };
    const bytes = encoding.toLowerCase() === 'b' ? base64Bytes(content) : quotedBytes(content);
    for (const byte of bytes) pending.bytes.push(byte);
    position = match.index + whole.length;
  }
  flush();
  return decoded + text.slice(position);
}

function decodeBytes(charset: string, bytes: readonly number[]): string {
  // RFC 2231 allows a language after the charset: `utf-8*en`.
  const label = charset.split('*')[0] ?? charset;
  return new TextDecoder(label, { fatal: true }).decode(Uint8Array.from(bytes));
}

function base64Bytes(content: string): number[] {
  return Array.from(atob(content), (character) => character.charCodeAt(0));
}

function quotedBytes(content: string): number[] {
  const characters = content
    .replace(/_/g, ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Array.from(characters, (character) => character.charCodeAt(0));
}

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
