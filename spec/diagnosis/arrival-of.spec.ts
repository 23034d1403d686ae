import { arrivalOf, isLostToTheAddress } from '../../src/diagnosis/answers';

describe('a mail', () => {
  it.each([
    ['delivered', 'arrived'],
    ['delayed-bounce', 'lost'],
    ['bounced', 'lost'],
    ['suppressed', 'lost'],
    ['gave-up', 'lost'],
    ['failed', 'lost'],
    ['rejected', 'lost'],
    ['retrying', 'underway'],
    ['unclear', 'underway'],
    ['accepted', 'underway'],
  ] as const)('that is %s counts as %s', (outcome, arrival) => {
    expect(arrivalOf(outcome)).toBe(arrival);
    expect(isLostToTheAddress(outcome)).toBe(arrival === 'lost' && outcome !== 'rejected');
  });
});
