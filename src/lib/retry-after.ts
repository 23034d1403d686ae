/** Mailgun states its resets in epoch milliseconds, others in epoch seconds or in seconds from now. */
const resetHeaders = ['x-ratelimit-reset', 'x-request-reset', 'ratelimit-reset'];

/**
 * How long the other side asks to be left alone, in ms from now. Header names in lower case.
 * Without a `now` the answer's own `Date` stands in; where an instant has neither, nothing is known.
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  now: number | undefined = instantOf(headers['date']),
): number | undefined {
  const asked = waitOf(headers['retry-after'], now);
  if (asked !== undefined) return asked;

  const resets = resetHeaders.map((name) => waitOf(headers[name], now));
  return resets.find((wait) => wait !== undefined);
}

function waitOf(value: string | undefined, now: number | undefined): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const number = Number(value);
  if (Number.isNaN(number)) return untilInstant(instantOf(value), now);
  if (!Number.isFinite(number) || number < 0) return undefined;
  if (number > 1e11) return untilInstant(number, now);
  if (number > 1e9) return untilInstant(number * 1000, now);
  return Math.ceil(number * 1000);
}

function untilInstant(instant: number | undefined, now: number | undefined): number | undefined {
  return instant === undefined || now === undefined ? undefined : Math.max(0, instant - now);
}

function instantOf(date: string | undefined): number | undefined {
  const instant = Date.parse(date ?? '');
  return Number.isNaN(instant) ? undefined : instant;
}
