import fc from 'fast-check';
import {
  arrayAt,
  fieldAt,
  fieldsOf,
  idOf,
  instantOf,
  numberOf,
  objectAt,
  parseJson,
  textAt,
  textOf,
} from '../../src/shared/json';

describe('a field of an answer', () => {
  it.each([
    ['there', { a: 1 }, 1],
    ['empty, which is not missing', { a: null }, null],
    ['missing', {}, undefined],
    ['of a list', [1], undefined],
    ['of nothing', null, undefined],
    ['of a word', 'a', undefined],
  ])('%s', (_what, of, value) => {
    expect(fieldAt(of, 'a')).toBe(value);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    '%s is nobody’s unless the answer states it',
    (name) => {
      expect(fieldAt({}, name)).toBeUndefined();
      expect(fieldAt(JSON.parse(`{"${name}":"x"}`), name)).toBe('x');
    },
  );

  it('is read as one kind or not at all', () => {
    const of = { text: ' x ', blank: ' ', list: [1], object: { a: 1 } };
    expect(textAt(of, 'text')).toBe(' x ');
    expect(textAt(of, 'blank')).toBeUndefined();
    expect(arrayAt(of, 'list')).toEqual([1]);
    expect(arrayAt(of, 'object')).toBeUndefined();
    expect(objectAt(of, 'object')).toEqual({ a: 1 });
    expect(objectAt(of, 'list')).toBeUndefined();
    expect(fieldsOf([1])).toEqual({});
  });
});

it.each([
  ['2026-11-26T09:00:00Z', Date.UTC(2026, 10, 26, 9)],
  ['2026-11-26T09:00:00.123Z', Date.UTC(2026, 10, 26, 9, 0, 0, 123)],
  ['2026-11-26T09:00:00.123456789Z', Date.UTC(2026, 10, 26, 9, 0, 0, 123)],
  ['2026-11-26T10:00:00+01:00', Date.UTC(2026, 10, 26, 9)],
  ['2026-11-26 09:00:00 UTC', Date.UTC(2026, 10, 26, 9)],
  ['Thu, 26 Nov 2026 09:00:00 GMT', Date.UTC(2026, 10, 26, 9)],
  ['Thu, 26 Nov 2026 09:00:00 +0000', Date.UTC(2026, 10, 26, 9)],
  ['2026-11-26', undefined],
  ['2026-11-26T09:00:00', undefined],
  ['1', undefined],
  [1, undefined],
  [null, undefined],
  ['', undefined],
  [`${' '.repeat(1e6)}09:00Z`, undefined],
])('reads %p as an instant', (value, instant) => {
  expect(instantOf(value)).toBe(instant);
});

it.each([
  [550, 550],
  ['550', 550],
  ['5.5', undefined],
  ['', undefined],
  [NaN, undefined],
  [{}, undefined],
])('reads %p as a number', (value, number) => {
  expect(numberOf(value)).toBe(number);
});

it.each([
  [12, 12],
  ['12', 12],
  ['0', undefined],
  [-1, undefined],
  [1.5, undefined],
  ['9'.repeat(40), undefined],
])('reads %p as an id', (value, id) => {
  expect(idOf(value)).toBe(id);
});

describe('a body', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['<p>Down for maintenance</p>', 'html'],
    ['<form><input type="password"></form>', 'sign-in-page'],
    ['<h1>Sign in</h1>', 'sign-in-page'],
    ['{"items": [', 'truncated'],
    ['OK', 'not-json'],
    ['{a: 1}', 'not-json'],
  ])('%j is %s', (body, what) => {
    expect(parseJson(body)).toEqual({ ok: false, failure: what });
  });

  it('is read with or without a byte order mark', () => {
    expect(parseJson('\uFEFF {"a":1}\n')).toEqual({ ok: true, value: { a: 1 } });
  });

  it('is read back, whatever it says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const body = JSON.stringify(value);
        expect(parseJson(body)).toEqual({ ok: true, value: JSON.parse(body) as unknown });
      }),
    );
  });

  it('whatever it is, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue()), (value) => {
        expect(() => {
          instantOf(value);
          textOf(value);
          numberOf(value);
          fieldsOf(value);
          parseJson(typeof value === 'string' ? value : JSON.stringify(value));
        }).not.toThrow();
      }),
    );
  });
});
