import { readFileSync } from 'node:fs';
import { differing, editionsPage, everySet, rows } from '../../scripts/draw-editions';
import { oracle as ofGiven } from './oracle';
import { oracle as ofOneTimeLink } from './oracle-one-time-link';

describe('docs/editions.md', () => {
  it('is what the editions say today (npm run draw:editions draws it anew)', () => {
    expect(readFileSync('docs/editions.md', 'utf8')).toBe(editionsPage());
  });

  it('lists every set of facts to which the two readings of the pages say something else, once', () => {
    const expected = everySet.filter(
      (facts) => JSON.stringify(ofGiven(facts)) !== JSON.stringify(ofOneTimeLink(facts)),
    );
    expect(differing).toEqual(expected);
    const listed = rows().map(({ values }) =>
      [...values.values()].reduce((product, some) => product * some.length, 1),
    );
    expect(listed.reduce((sum, sets) => sum + sets, 0)).toBe(expected.length);
  });
});
