import { withoutEnd } from '../shared/text';

/** A quoted thread repeats its addresses; a pasted list is not something to choose from. */
const most = 10;

/** A ticket can hold megabytes. What a customer says of an address is said in the first pages. */
const longestText = 20_000;

/** RFC 5321. Past these lengths it is no address, and looking further would only cost time. */
const longestLocalPart = 64;
const longestHost = 253;

/** Fewer characters than an address may have: in running text the others are punctuation, markup or part of a link. */
const inLocalPart = /[a-z0-9._+'-]/i;
const inHost = /[a-z0-9.-]/i;

/**
 * Written without spaces between words, or with a word's first letter joined to the next, so a letter beside an
 * address is not part of it. None of them looks like a Latin letter.
 */
const unspaced =
  '\\p{sc=Hebrew}\\p{sc=Arabic}\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const partOfTheWord = `(?![${unspaced}])[\\p{L}\\p{M}\\p{N}@]`;
const endsInAWord = new RegExp(`${partOfTheWord}$`, 'u');
const beginsWithAWord = new RegExp(`^${partOfTheWord}`, 'u');

/**
 * The texts in a ticket that look like a customer's address: what was written now before what is quoted, otherwise in
 * order. Every `@` is looked at once, and no further to both sides than an address is long, so the time grows with
 * the length of the text only.
 */
export function findAddresses(text: string): readonly string[] {
  const found = new Map<string, string>();
  for (const line of fromNewToQuoted(readable(text.slice(0, longestText)))) {
    for (const address of addressesIn(line)) {
      const key = address.toLowerCase();
      if (!found.has(key)) found.set(key, address);
      if (found.size === most) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** Invisible characters, full-width letters and stops of an Asian keyboard, and the escapes of links and of HTML. */
function readable(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\ufe6b|&#(?:0*64|x0*40);|&commat;/gi, '@')
    .replace(/[。｡](?=(?:com|net|org|cn|jp|tw|hk)(?![a-z]))/gi, '.')
    .replace(/%(?:25)*([2-7][0-9a-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

function fromNewToQuoted(text: string): readonly string[] {
  // A header that lists Message-IDs goes on in the next line.
  const unfolded = text.replace(/\r?\n[ \t]{1,9}(?=<)/g, ' ');
  const lines = unfolded.split(/[\r\n\u2028\u2029]+/).filter((line) => line.trim() !== '');
  const starts = lines.map((line) => line.trimStart().startsWith('>'));
  const isQuoted = (index: number): boolean =>
    starts[index] === true || (starts[index + 1] === true && namesWhoIsQuoted(lines[index] ?? ''));
  return [
    ...lines.filter((_line, index) => !isQuoted(index)),
    ...lines.filter((_line, index) => isQuoted(index)),
  ];
}

/** "On …, Lee <lee@example.org> wrote:" above a quotation, whatever the language. */
function namesWhoIsQuoted(line: string): boolean {
  return /<[^<>]{1,200}@[^<>]{1,200}>/.test(line) && /[:：]$/.test(line.trimEnd());
}

function addressesIn(line: string): readonly string[] {
  const found: string[] = [];
  for (let at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
    for (const address of addressesAt(line, at)) found.push(address);
  }
  return found;
}

function addressesAt(line: string, at: number): readonly string[] {
  let start = at;
  while (at - start <= longestLocalPart && inLocalPart.test(line.charAt(start - 1))) start -= 1;
  let end = at + 1;
  while (end - at <= longestHost && inHost.test(line.charAt(end))) end += 1;

  const local = line.slice(start, at).replace(/^[^a-z0-9]+/i, '');
  const before = line.slice(Math.max(0, start - 1000), start);
  const isWhole =
    at - start <= longestLocalPart &&
    end - at <= longestHost &&
    !endsInAWord.test(before.slice(-2)) &&
    !beginsWithAWord.test(line.slice(end, end + 2));
  // `kim@build.example.com:/tmp`: a path on another computer.
  const isPath = /^:[/~]/.test(line.slice(end, end + 2));
  if (local === '' || !isWhole || isPath || isPartOfALink(before) || isMessageId(before)) return [];

  return hosts(line.slice(at + 1, end))
    .filter((host) => !isNoCustomer(local.toLowerCase(), host.toLowerCase()))
    .map((host) => `${local}@${host}`);
}

/** `https://name:secret@host/`: what stands before the `@` is often a token, which is nobody's to look up. */
function isPartOfALink(before: string): boolean {
  return /:\/\/[^\s/?#<>]*$/.test(before.slice(-200));
}

/** Of this mail and of those it answers: they look like addresses and are made by machines. */
function isMessageId(before: string): boolean {
  const header = [...before.matchAll(namesMessageIds)].at(-1);
  return (
    header !== undefined &&
    /^(?:[^<>\s]*>[\s,]*<)*[^<>\s@]*$/.test(before.slice(header.index + header[0].length))
  );
}

const namesMessageIds =
  /(?:message[- ]?id|in-reply-to|references|content-id|\bcid)\W{0,4}:\W{0,4}/gi;

/**
 * The host, and what it may be as well: where the space after a sentence is missing ("…@example.com.Please click") the
 * shorter form comes first. That the next word has a capital gives it away, or that it follows what ends most addresses.
 */
function hosts(text: string): readonly string[] {
  const labels = withoutEnd(text, '.-').split('.');
  while (labels.length > 0 && !/^[a-z](?:[a-z0-9-]*[a-z0-9])$/i.test(labels.at(-1) ?? ''))
    labels.pop();
  if (labels.length < 2) return [];
  const next = labels.findIndex(
    (label, index) =>
      index > 1 && beginsASentence(label, labels[index - 1] ?? '', labels.length - 1 === index),
  );
  const whole = labels.join('.');
  return next < 0 ? [whole] : [labels.slice(0, next).join('.'), whole];
}

/** What most addresses end in. After one of these no address goes on with a word, but in a country (`example.com.br`). */
const endings =
  /^(?:com|org|net|edu|gov|info|io|de|fr|es|it|nl|at|ch|pl|eu|uk|jp|cn|kr|tw|th|in|br|ca|au|us|ru)$/i;

function beginsASentence(label: string, previous: string, isLast: boolean): boolean {
  if (/^[A-Z]/.test(label)) return /^[a-z]{2,}$/.test(previous);
  return isLast && label.length > 2 && endings.test(previous);
}

/** Machines that send, receive or fetch, and GitLab itself: none of them has a portal account to look up. */
function isNoCustomer(local: string, host: string): boolean {
  return (
    local === 'git' ||
    /(?:^|[._+-])(?:no|do[._-]?not)[._-]?reply(?:$|[^a-z])/.test(local) ||
    /^(?:mailer-daemon|postmaster|bounces?(?:[+._-].*)?|reply\+.*)$/.test(local) ||
    /(?:^|\.)(?:noreply\.[^.]+\.[^.]+|gitlab\.com|zendesk\.com|mail\.gmail\.com|prod\.outlook\.com|amazonses\.com)$/.test(
      host,
    ) ||
    // `gitlab-sidekiq-….mail`, as GitLab writes its Message-IDs; machines of a log; `icon@2x.png`.
    /\.(?:mail|local|localdomain|internal|lan|png|jpe?g|gif|svg|webp|pdf)$/.test(host)
  );
}
