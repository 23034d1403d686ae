import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mapAsync } from 'es-toolkit/array';
import { whatTheCheckFinds } from '../spec/setup/a-set-up';
import { plantedFaults } from '../spec/setup/planted-faults';
import { editions, type PortalSignIn } from '../src/diagnosis/editions';
import { colors } from '../src/panel/theme';
import words from '../translations/panel/en.json';
import { decisionTreeSvg, treePages } from './lib/decision-tree-svg';
import { editionsPage } from './lib/editions-page';
import { formatted } from './lib/formatted';
import { gardenColors } from './lib/garden-colors';
import { licencesPage } from './lib/licences';
import { withPanelWords } from './lib/operate-page';
import { catalogues, repliesPage, requirements } from './lib/replies-page';
import { root } from './lib/app-folder';
import { setupFaultsPage } from './lib/setup-faults-page';

/** What becomes of a file's text. */
type Draw = (before: string) => string | Promise<string>;

/** The table names the colours in use under `light`; Garden says what each is in both schemes. */
const colorTable = /(?<=export const colors = )\{.*?\n\}(?=;)/s;
const [english] = catalogues;

/** `npm run draw:NAME` writes these files anew from what they are generated from. */
const drawings: Readonly<Record<string, Readonly<Record<string, Draw>>>> = {
  tree: Object.fromEntries(
    (Object.keys(editions) as readonly PortalSignIn[]).map((way) => [
      treePages[way],
      () => decisionTreeSvg(way),
    ]),
  ),
  replies: {
    'requirements.json': (before) => (english ? requirements(english) : before),
    'docs/replies.md': repliesPage,
  },
  editions: { 'docs/editions.md': editionsPage },
  operate: { 'docs/operate.md': (before) => withPanelWords(before, words) },
  licences: { 'docs/licences.md': licencesPage },
  colors: {
    'src/panel/theme.ts': (before) =>
      before.replace(colorTable, () => JSON.stringify(gardenColors(Object.keys(colors.light)))),
  },
  setup: { 'docs/setup-faults.md': drawSetupFaults },
};

/** Plants every fault, and writes down what the check says of it: most of the time each run waits for its services. */
async function drawSetupFaults(): Promise<string> {
  const rows = await mapAsync(
    plantedFaults,
    async ({ fault, line, plant }) => {
      const { state } = await whatTheCheckFinds(plant);
      return { fault, lines: state.lines.filter(({ id }) => id === line) };
    },
    { concurrency: 4 },
  );
  return setupFaultsPage(rows);
}

/** Of these the formatter makes nothing (`.oxfmtrc.json`). */
const unformatted = /\.svg$|editions\.md$/;

const [name = ''] = process.argv.slice(2);
for (const [file, draw] of Object.entries(drawings[name] ?? {})) {
  const path = resolve(root, file);
  const text = await draw(await readFile(path, 'utf8'));
  await writeFile(path, unformatted.test(file) ? text : await formatted(path, text));
  console.log(`${file} is up to date.`);
}
