import { readFileSync } from 'node:fs';
import { decisionTreeSvg, treePages } from '../../scripts/lib/decision-tree-svg';
import { editions, type PortalSignIn } from '../../src/diagnosis/editions';
import en from '../../translations/panel/en.json';

const ways = Object.keys(editions) as readonly PortalSignIn[];

describe.each(ways)('the picture of the page for %s', (way) => {
  const drawn = readFileSync(treePages[way], 'utf8');

  it('is what the rules and the words say today (npm run draw:tree draws it anew)', () => {
    expect(drawn).toBe(decisionTreeSvg(way));
  });

  it('reads in both colour schemes', () => {
    expect(drawn).toContain('prefers-color-scheme: dark');
    expect(drawn).toMatch(/<rect class="page"/);
  });

  it('names every outcome and the cause of the handbook page beside it', () => {
    const { rules, otherwise } = editions[way];
    for (const { outcome, cause } of [...rules, otherwise]) {
      for (const word of en[`outcome.${outcome}`].split(' ')) expect(drawn).toContain(word);
      expect(drawn).toContain(`>Handbook: ${cause}</text>`);
    }
  });
});
