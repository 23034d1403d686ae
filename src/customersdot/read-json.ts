import { failed, ok, type Result } from '../lib/result';
import type { FailureCause } from '../lib/failure';

type Malformed = Extract<FailureCause, { kind: 'malformed' }>['what'];

/** The body as JSON, or what it is instead. */
export function readJson(body: string): Result<unknown, Malformed> {
  if (body.trim() === '') return failed('empty');
  try {
    return ok(JSON.parse(body.replace(/^\uFEFF/, '')));
  } catch {
    return failed(whatIsIt(body.trim()));
  }
}

function whatIsIt(text: string): Malformed {
  if (text.startsWith('<')) {
    return /type=["']?password|sign[ _-]?in|log[ _-]?in/i.test(text) ? 'sign-in-page' : 'html';
  }
  return /^[[{]/.test(text) && !/[\]}]$/.test(text) ? 'truncated' : 'not-json';
}
