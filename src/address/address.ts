import { type Result, failed, ok } from '../shared/result';

declare const brand: unique symbol;

/** A mail address that is safe to ask about: parsed, trimmed, as typed (capitals kept). */
export type Address = string & { readonly [brand]: 'Address' };

export type AddressProblem = 'empty' | 'too-long' | 'unsafe' | 'not-ascii' | 'not-an-address';

/** RFC 5321: what fits into `<…>` of a mail's envelope. */
const longest = 254;
const longestLocalPart = 64;

/** Without `%`, which a search of the portal's would take for any text. */
const localPart = /^[a-z0-9.!#$&'*+/=?^_`|~-]+$/i;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

/** Braces are how Zendesk's proxy marks secrets; escapes of the same, and of control characters, are no one's name. */
const unsafe = /[\p{C}{}\\"<>]|%(?:[01][0-9a-f]|2[02]|3[ce]|5c|7[bdf])/iu;

/**
 * Narrower than RFC 5322 on purpose. Beyond ASCII one address has several spellings (composed letters,
 * punycode), so a search that finds nothing would not mean that there is nothing.
 */
export function parseAddress(text: string): Result<Address, AddressProblem> {
  const address = text.trim();
  if (address === '') return failed('empty');
  if (address.length > longest) return failed('too-long');
  if (unsafe.test(address)) return failed('unsafe');
  if (/[^\u0020-\u007e]/.test(address)) return failed('not-ascii');
  return isAddress(address) ? ok(address) : failed('not-an-address');
}

function isAddress(text: string): text is Address {
  const [local = '', host = '', ...rest] = text.split('@');
  return (
    rest.length === 0 &&
    local.length <= longestLocalPart &&
    localPart.test(local) &&
    // `_@…` would search for everybody: it stands for any letter.
    /[a-z0-9]/i.test(local) &&
    domain.test(host)
  );
}

/** The same but for capitals. Of ASCII only: `toLowerCase` would make a K of the Kelvin sign. */
export function sameAddress(a: string, b: string): boolean {
  return lowerCase(a) === lowerCase(b);
}

export function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
