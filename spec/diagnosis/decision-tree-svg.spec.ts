import { readFileSync } from 'node:fs';
import { decisionTreeSvg } from '../../scripts/decision-tree-svg';
import { rules } from '../../src/diagnosis/rules';
import en from '../../translations/panel/en.json';

describe('docs/decision-tree.svg', () => {
  const drawn = readFileSync('docs/decision-tree.svg', 'utf8');

  it('is what the rules and the words say today (npm run draw:tree draws it anew)', () => {
    expect(drawn).toBe(decisionTreeSvg());
  });

  it('is well-formed and reads in both colour schemes', () => {
    const { documentElement } = new DOMParser().parseFromString(drawn, 'image/svg+xml');
    expect(documentElement.nodeName).toBe('svg');
    expect(drawn).toContain('prefers-color-scheme: dark');
  });

  it('names every outcome and the cause of the handbook page beside it', () => {
    for (const { outcome, cause } of rules) {
      expect(drawn).toContain(`>${en[`outcome.${outcome}`]}</text>`);
      expect(drawn).toContain(`>Handbook: ${cause}</text>`);
    }
  });
});
