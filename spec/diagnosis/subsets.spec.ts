import { subsetsSmallestFirst } from '../../src/diagnosis/verdict';

describe('the subsets', () => {
  it('are every one, the smallest first, and of equals the one whose members come first', () => {
    expect(subsetsSmallestFirst(['a', 'b', 'c'])).toEqual([
      [],
      ['a'],
      ['b'],
      ['c'],
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('of nothing are nothing', () => {
    expect(subsetsSmallestFirst([])).toEqual([[]]);
  });
});
