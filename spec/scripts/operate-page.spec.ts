import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  messagesExplained,
  messagesToExplain,
  withPanelWords,
} from '../../scripts/lib/operate-page';
import words from '../../translations/panel/en.json';

const page = readFileSync(join(__dirname, '../../docs/operate.md'), 'utf8');
const sparing = (text: string) => text.replace(/ +/g, ' ').replace(/-+/g, '-');

describe('docs/operate.md', () => {
  it('explains every message that may need it, once, and no other', () => {
    expect([...messagesExplained(page)].sort()).toEqual([...messagesToExplain(words)].sort());
  });

  it('has them word for word (npm run draw:operate draws it anew)', () => {
    expect(sparing(withPanelWords(page, words))).toBe(sparing(page));
  });
});

describe('withPanelWords', () => {
  it('fills in what the panel says, and leaves the rest of the row alone', () => {
    expect(
      withPanelWords('| <!-- failure.timeout --> old | means | do |', {
        'failure.timeout': 'No answer within {seconds} s | sorry.',
      }),
    ).toBe('| <!-- failure.timeout --> No answer within … s \\| sorry. | means | do |');
  });
});
