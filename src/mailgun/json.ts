import type { Source } from '../lib/failure';
import type { IncomingAnswer } from '../lib/request';
import { failed, ok, type Result } from '../lib/result';

export type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own properties only: an answer may well name `constructor`. */
function own(of: unknown, name: string): unknown {
  return isObject(of) && Object.hasOwn(of, name) ? of[name] : undefined;
}

export function objectAt(of: unknown, name: string): Json | undefined {
  const value = own(of, name);
  return isObject(value) ? value : undefined;
}

export function arrayAt(of: unknown, name: string): readonly unknown[] | undefined {
  const value = own(of, name);
  return Array.isArray(value) ? value : undefined;
}

/** A string that says something. */
export function textAt(of: unknown, name: string): string | undefined {
  const value = own(of, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A number, or a string of digits: Mailgun's lists give SMTP codes as strings. */
export function numberAt(of: unknown, name: string): number | undefined {
  const value = own(of, name);
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function isTrueAt(of: unknown, name: string): boolean {
  return own(of, name) === true;
}

/** The body as JSON, or what it is instead. */
export function readJson(source: Source, { body }: IncomingAnswer): Result<unknown> {
  const text = body.trim();
  try {
    return ok(JSON.parse(text));
  } catch {
    return failed({ source, kind: 'malformed', what: whatIsIt(text) });
  }
}

function whatIsIt(text: string): 'empty' | 'html' | 'truncated' | 'not-json' {
  if (text === '') return 'empty';
  if (text.startsWith('<')) return 'html';
  return /^[{[]/.test(text) && !/[}\]]$/.test(text) ? 'truncated' : 'not-json';
}
