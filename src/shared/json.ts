import { type FailureCause, type Result, failed, ok } from './failure';

/** Reads of untrusted values: the wrong type is the same as nothing, and only an object's own fields count. */
export type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field itself, `null` included; `undefined` where there is none. An answer may well name `constructor`. */
export const fieldAt = (of: unknown, name: string): unknown =>
  isObject(of) && Object.hasOwn(of, name) ? of[name] : undefined;

/** For fields whose names are written in our own code; where the name comes from an answer, use `fieldAt`. */
export const fieldsOf = (value: unknown): Json => (isObject(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string that says something, as it was written. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

export const flagOf = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

/** A number, or a string of digits: Mailgun's lists give SMTP codes as strings. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Zendesk's ids are numbers in the REST API and numbers or digits in the framework. */
export function idOf(value: unknown): number | undefined {
  const id = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

const dateWithZone = /\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)? ?(?:Z|GMT|UTC|[+-]\d\d:?\d\d)$/i;

/**
 * Epoch ms of a date with a time and a zone: ISO 8601 as Zendesk and Rails write it, RFC 2822 as Mailgun and HTTP
 * do. `Date.parse` alone would take "1" for the year 2001, and no zone for that of the agent's machine.
 */
export function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 40 || !dateWithZone.test(value)) return undefined;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}

export function objectAt(of: unknown, name: string): Json | undefined {
  const value = fieldAt(of, name);
  return isObject(value) ? value : undefined;
}

export function arrayAt(of: unknown, name: string): readonly unknown[] | undefined {
  const value = fieldAt(of, name);
  return Array.isArray(value) ? value : undefined;
}

export const textAt = (of: unknown, name: string): string | undefined => textOf(fieldAt(of, name));

type Unreadable = Extract<FailureCause, { kind: 'malformed' }>['what'];

/** A body as JSON, or what it is instead. */
export function parseJson(body: string): Result<unknown, Unreadable> {
  try {
    return ok(JSON.parse(body.replace(/^\uFEFF/, '')));
  } catch {
    return failed(whatIsIt(body.trim()));
  }
}

function whatIsIt(text: string): Unreadable {
  if (text === '') return 'empty';
  if (text.startsWith('<')) {
    return /type=["']?password|sign[ _-]?in|log[ _-]?in/i.test(text) ? 'sign-in-page' : 'html';
  }
  return /^[[{]/.test(text) && !/[\]}]$/.test(text) ? 'truncated' : 'not-json';
}
