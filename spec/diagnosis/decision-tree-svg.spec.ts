import { readFileSync } from 'node:fs';
import { decisionTreeSvg } from '../../scripts/decision-tree-svg';
import { given } from '../../src/diagnosis/editions/given';
import en from '../../translations/panel/en.json';

describe('docs/decision-tree.svg', () => {
  const drawn = readFileSync('docs/decision-tree.svg', 'utf8');

  it('is what the rules and the words say today (npm run draw:tree draws it anew)', () => {
    expect(drawn).toBe(decisionTreeSvg());
  });

  it('reads in both colour schemes', () => {
    expect(drawn).toContain('prefers-color-scheme: dark');
    expect(drawn).toMatch(/<rect class="page"/);
  });

  it('names every outcome and the cause of the handbook page beside it', () => {
    for (const { outcome, cause } of [...given.rules, given.otherwise]) {
      expect(drawn).toContain(`>${en[`outcome.${outcome}`]}</text>`);
      expect(drawn).toContain(`>Handbook: ${cause}</text>`);
    }
  });
});
