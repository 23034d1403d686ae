const encodedWord = /=\?([^?\s]{1,40})\?([bq])\?([^?]*)\?=/gi;

/**
 * A header as a reader sees it (RFC 2047: encoded words, folded lines).
 * `undefined` where a word cannot be decoded: what the header says is then not known.
 */
export function decodeHeader(raw: string): string | undefined {
  const unfolded = raw.replace(/\r?\n[ \t]+/g, ' ');
  if (!unfolded.includes('=?')) return unfolded;
  try {
    // White space between two encoded words is not part of the text.
    return joinAdjacent(unfolded.replace(/(\?=)\s+(?==\?[^?\s]{1,40}\?[bq]\?)/gi, '$1'));
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
    const bytes = encoding.toLowerCase() === 'b' ? base64Bytes(content) : quotedBytes(content);
    pending = {
      charset: charset.toLowerCase(),
      bytes: pending ? [...pending.bytes, ...bytes] : bytes,
    };
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
