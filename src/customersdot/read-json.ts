import { failed, ok, type Result } from '../lib/result';
import type { FailureCause } from '../lib/failure';

type Malformed = Extract<FailureCause, { kind: 'malformed' }>['what'];

/** The body as JSON, or what it is instead. */
export function readJson(body: string): Result<unknown, Malformed> {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (text === '') return failed('empty');
  try {
    return ok(JSON.parse(text));
  } catch {
    return failed(whatIsIt(text));
  }
}

function whatIsIt(text: string): Malformed {
  if (text.startsWith('<')) {
    return /type=["']?password|sign[ _-]?in|log[ _-]?in/i.test(text) ? 'sign-in-page' : 'html';
  }
  return /^[[{]/.test(text) && !/[\]}]$/.test(text) ? 'truncated' : 'not-json';
}
