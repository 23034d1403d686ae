import { withoutEnd } from '../shared/text';

/** More than any server says; the log's reader cuts earlier. */
const longest = 2000;

/** A server's answer, reduced to what its meaning rests on. */
export interface BounceWords {
  /**
   * Lower case, one space between words and one at both ends, without accents on Latin letters. A lone `.` ends a
   * sentence; addresses, IP addresses, host names and links are `@`, `ipaddr`, `hostaddr` and `url`, and what names a
   * block list is `dnsbl`.
   */
  readonly words: string;
  /** Enhanced status codes (RFC 3463), as `5.1.1`, in order. */
  readonly codes: readonly string[];
}

const blockLists =
  /spamhaus|spamcop|sorbs|barracudacentral|uceprotect|manitu|abusix|mailspike|invaluement|spamrats|surbl|uribl|psbl|abuseat|senderbase|talosintelligence|senderscore|mail-abuse|spameatingmonkey|hostkarma|lashback|nixspam|ipcheck\.proofpoint|dnsbl|\brbl\b|\bdnsrbl|\bbl\.|\bblocklist\./;

const code = /^[245]\.\d{1,3}\.\d{1,3}$/;
const ip = /^\d{1,3}(?:\.\d{1,3}){3}$|^(?=.*:.*:)[\da-f:.]+$/;
/** Exchange names the part of it that refused, as in `RESOLVER.ADR.RecipNotFound`. */
const host =
  /^(?!(?:resolver|storedrv|smtpsend|queue)\.)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[\p{L}][\p{L}\d-]+(?:\/.*)?$/u;
/** No domain ends so: it is the next sentence, and the space is missing. */
const nextSentence =
  /^(.+)\.(please|see|for|the|this|that|contact|try|if|visit|your|it|reason|error|https?)$/;

/**
 * Reads a text once, word by word, so the time it takes grows with its length only. Addresses stand anywhere between
 * the words, and an IP address looks like a status code: both are set apart before anybody looks for phrases.
 */
export function bounceWords(text: string): BounceWords {
  const codes: string[] = [];
  const words: string[] = [];
  const plain = withoutAccents(text.slice(0, longest).normalize('NFKC').toLowerCase())
    .slice(0, longest)
    .replace(/[\u200b-\u200f\u2060-\u2064\u00ad\ufeff]/g, '')
    .replace(/https?:\/\/\S*/g, (url) => (blockLists.test(url) ? ' dnsbl ' : ' url '))
    .replace(/n['’]t(?![a-z])/g, ' not')
    .replace(/(?<![a-z])cannot(?![a-z])/g, 'can not')
    .replace(/[;!?。！？；]+/g, ' . ')
    .replace(/[\s<>()[\]{}"'`´‘’“”«»「」=|\\,、，*#_~^&+%$]+/g, ' ');

  for (const token of plain.split(' ')) readToken(token, words, codes);
  return { words: ` ${words.join(' ')} `, codes };
}

function readToken(token: string, words: string[], codes: string[]): void {
  // "550-5.1.1": a reply of several lines says its code on each of them.
  const bare = withoutEnd(token.replace(/^[2-5]\d\d-/, '').replace(/^[-–—:/.]+/, ''), '-–—:/');
  const word = withoutEnd(bare, '.…:');
  const ends = bare !== word || token === '.';
  if (word.includes(':') && !ip.test(word)) {
    // `IP:192.0.2.10`, `kim@example.com:blocked`
    for (const part of word.split(':')) readToken(part, words, codes);
  } else if (word.includes('@')) readAddress(word, words);
  else if (code.test(word)) codes.push(word);
  else if (ip.test(word)) words.push('ipaddr');
  else if (/^[2-5]\d\d$/.test(word)) return;
  else if (host.test(word)) readHost(word, words);
  else {
    const parts = word.split(/[-–—:/.…]+/).filter((part) => part !== '');
    for (const part of parts) words.push(blockLists.test(part) ? 'dnsbl' : part);
  }
  if (ends) words.push('.');
}

/** `kim@example.com...User unknown` */
function readAddress(word: string, words: string[]): void {
  const parts = word.split(/\.{2,}|…/).filter((part) => part !== '');
  for (const part of parts) words.push(part.includes('@') ? '@' : part);
}

function readHost(word: string, words: string[]): void {
  const [, last = '', next = ''] = nextSentence.exec(word) ?? [];
  if (last !== '' && !last.includes('.')) words.push(last, '.', next);
  else words.push(blockLists.test(word) ? 'dnsbl' : 'hostaddr');
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC');
}
