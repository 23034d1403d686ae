import type { Failure, Source } from '../shared/failure';
import { type IncomingAnswer, failureOfStatus, retryAfterMs } from '../shared/request';
import { type Result, failed, ok } from '../shared/result';
import { plainText } from './log-event';

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

/**
 * Why Mailgun did not answer the question, by its status; `undefined` where the body has to say.
 * `now` turns an instant of "try again" into a wait; without it the answer's own date has to do.
 */
export function failureOfAnswer(
  source: Source,
  answer: IncomingAnswer,
  now?: number,
): Failure | undefined {
  const failure = failureOfStatus(source, answer);
  if (failure?.kind === 'unauthorised' && saysForbidden(answer)) {
    return { ...failure, maybeRegion: true };
  }
  if (failure?.kind === 'rate-limited') {
    const wait = retryAfterMs(answer.headers, now) ?? statedWaitMs(source, answer);
    return { source, kind: 'rate-limited', ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  if (failure?.kind === 'rejected') {
    const message = messageOf(source, answer);
    return message === undefined ? failure : { ...failure, message };
  }
  return failure;
}

/**
 * Mailgun's own 401 is this one word, for a wrong key and for the right key in the wrong region alike.
 * Any other 401 comes from something in between.
 */
export function saysForbidden({ status, body }: IncomingAnswer): boolean {
  return status === 401 && body.trim().toLowerCase() === 'forbidden';
}

/** Mailgun's errors are `{"message": …}`, where they are JSON at all. */
export function messageOf(source: Source, answer: IncomingAnswer): string | undefined {
  const json = readJson(source, answer);
  const message = json.ok ? textAt(json.value, 'message') : undefined;
  return message === undefined ? undefined : plainText(message, 300);
}

/** Some of Mailgun's 429 say it in the body. */
function statedWaitMs(source: Source, answer: IncomingAnswer): number | undefined {
  const json = readJson(source, answer);
  const seconds = json.ok ? numberAt(json.value, 'retry-seconds') : undefined;
  return seconds === undefined || seconds < 0 ? undefined : seconds * 1000;
}
