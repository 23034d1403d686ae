import type { Edition } from '../../src/diagnosis/diagnosis';
import { editions, type PortalSignIn } from '../../src/diagnosis/editions';
import { layoutPicture, wrapLabel, type PictureBox } from '../../src/diagnosis/tree-layout';
import en from '../../translations/panel/en.json';

const width = 760;
const border = 16;
const inset = 10;

/** Own background and colours for both schemes, so that it reads on any page. */
const style = `
  .page { fill: #ffffff; stroke: #d8dcde }
  .question { fill: #edf7ff; stroke: #5293c7 }
  .outcome { fill: #f8f9f9; stroke: #87929d }
  line { stroke: #68737d; stroke-width: 1.5 }
  text { font: 13px system-ui, sans-serif; fill: #2f3941 }
  .question-text { font-weight: 600 }
  .small { font-size: 11px; fill: #5c6970 }
  .answer { font-size: 12px; fill: #49545c }
  @media (prefers-color-scheme: dark) {
    .page { fill: #151a1e; stroke: #39434b }
    .question { fill: #10293f; stroke: #5293c7 }
    .outcome { fill: #202930; stroke: #848f99 }
    line { stroke: #97a2ab }
    text { fill: #d8dcde }
    .small { fill: #b0b8be }
    .answer { fill: #c2c8cc }
  }
`;

/** Where the picture of each edition is. */
export const treePages: Readonly<Record<PortalSignIn, string>> = {
  password: 'docs/decision-tree.svg',
  one_time_link: 'docs/decision-tree-one-time-link.svg',
};

/** An edition's rule table as the panel draws it, with the cause on its page beside each outcome. */
export function decisionTreeSvg(way: PortalSignIn): string {
  const edition: Edition = editions[way];
  const picture = layoutPicture({ edition }, width);
  const outer = { width: width + 2 * border, height: picture.height + 2 * border };
  const lines = picture.lines.map(
    ({ x1, y1, x2, y2 }) => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`,
  );
  const answers = picture.answers.map(({ x, y, height, label, orNotAsked }) => {
    const words = orNotAsked ? en['tree.or_not_asked'].replace('{answer}', en[label]) : en[label];
    return textAt(x, y + height - 4, 'answer', words);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${outer.width} ${outer.height}" width="${outer.width}" height="${outer.height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(en['tree.title'])}</title>`,
    `<style>${style}</style>`,
    `<rect class="page" x="0.5" y="0.5" width="${outer.width - 1}" height="${outer.height - 1}" rx="6"/>`,
    `<g transform="translate(${border} ${border})">`,
    ...lines,
    ...answers,
    ...picture.boxes.flatMap((box) => drawnBox(box, edition)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawnBox(box: PictureBox, edition: Edition): readonly string[] {
  const { x, y, width: across, height, kind, label } = box;
  const rows = [
    ...wrapLabel(en[label], across - 2 * inset, 13).map((words) => ({
      words,
      looks: `${kind}-text`,
    })),
    ...(box.kind === 'outcome' ? [{ words: causeOf(box.outcome, edition), looks: 'small' }] : []),
  ];
  const first = y + height / 2 - ((rows.length - 1) * 15) / 2 + 4.5;
  return [
    `<rect class="${kind}" x="${x}" y="${y}" width="${across}" height="${height}" rx="4"/>`,
    ...rows.map(({ words, looks }, row) => textAt(x + inset, first + row * 15, looks, words)),
  ];
}

function causeOf(outcome: string, { rules, otherwise }: Edition): string {
  const { cause } = rules.find((rule) => rule.outcome === outcome) ?? otherwise;
  return `Handbook: ${cause}`;
}

function textAt(x: number, y: number, looks: string, words: string): string {
  return `<text class="${looks}" x="${x}" y="${y}">${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
