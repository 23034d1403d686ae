import { retryAfterMs } from '../../src/shared/request';

const now = Date.UTC(2026, 10, 23, 12, 0, 0);

it.each([
  ['seconds', { 'retry-after': '3' }, 3000],
  ['part of a second', { 'retry-after': '0.2' }, 200],
  ['a date', { 'retry-after': 'Mon, 23 Nov 2026 12:00:07 GMT' }, 7000],
  ['a date gone by', { 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, 0],
  ['a reset in epoch milliseconds', { 'x-ratelimit-reset': String(now + 4000) }, 4000],
  ['a reset in epoch seconds', { 'x-ratelimit-reset': String(now / 1000 + 4) }, 4000],
  ['a reset in seconds from now', { 'ratelimit-reset': '9' }, 9000],
  ["the suppression lists' own header", { 'x-request-reset': String(now + 1500) }, 1500],
  ['both: what is asked outright', { 'retry-after': '1', 'x-ratelimit-reset': '60' }, 1000],
  ['nothing', {}, undefined],
  ['an empty header', { 'retry-after': ' ' }, undefined],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
  ['a negative number', { 'retry-after': '-5' }, undefined],
  ['infinity', { 'retry-after': 'Infinity' }, undefined],
])('reads %s', (_, headers, expected) => {
  expect(retryAfterMs(headers, now)).toBe(expected);
});

it("measures an instant from the answer's own date where there is no clock", () => {
  const headers = {
    date: 'Mon, 23 Nov 2026 12:00:00 GMT',
    'x-ratelimit-reset': String(now + 2000),
  };
  expect(retryAfterMs(headers)).toBe(2000);
});

it('says nothing of an instant without a clock or a date', () => {
  expect(retryAfterMs({ 'x-ratelimit-reset': String(now + 2000) })).toBeUndefined();
});
