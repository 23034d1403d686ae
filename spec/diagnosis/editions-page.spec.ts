import { readFileSync } from 'node:fs';
import { differing, editionsPage, everySet, rows } from '../../scripts/lib/editions-page';
import { pages } from './pages';

describe('docs/editions.md', () => {
  it('is what the editions say today (npm run draw:editions draws it anew)', () => {
    expect(readFileSync('docs/editions.md', 'utf8')).toBe(editionsPage());
  });

  it('lists every set of facts to which the second readings of the pages do not all say the same, once', () => {
    const expected = everySet.filter(
      (facts) => new Set(pages.map(({ oracle }) => JSON.stringify(oracle(facts)))).size > 1,
    );
    expect(differing()).toEqual(expected);
    const listed = rows().map(({ values }) =>
      [...values.values()].reduce((product, some) => product * some.length, 1),
    );
    expect(listed.reduce((sum, sets) => sum + sets, 0)).toBe(expected.length);
  });
});
