import { readFileSync } from 'node:fs';
import { wrongRules } from '../../scripts/planted/wrong-rules';

describe('the wrong rules that npm run test:planted plants', () => {
  it.each(wrongRules)('$says: its place is in the code, once', ({ file, from, to }) => {
    expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  });
});
