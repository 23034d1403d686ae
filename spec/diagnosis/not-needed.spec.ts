import { whyNotNeeded } from '../../src/diagnosis/not-needed';
import { factsOf } from './facts-builders';

describe('why a check is not needed', () => {
  it('is the fewest answers, and of equally few the first', () => {
    const facts = factsOf({
      account: 'found',
      login: 'off',
      confirmed: 'no',
      portal_reset: 'sent',
    });
    expect(whyNotNeeded('gitlab_reset', facts)).toEqual([{ check: 'login', values: ['off'] }]);
  });

  it('is never its own answer, nor one that is not known', () => {
    expect(whyNotNeeded('account', factsOf({ account: 'found' }))).toEqual([]);
    expect(whyNotNeeded('portal_reset', factsOf({ account: 'found', login: 'on' }))).toEqual([]);
  });
});
