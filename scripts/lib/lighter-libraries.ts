import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What Garden's components call of `polished`, and its way to find a colour, for this app alone. */
const lighterGarden = resolve(import.meta.dirname, 'lighter-garden.ts');

const propTypes = /^[\w$]+\.propTypes = \{\n(?: .*\n)*\};$/gm;

/** Garden's hues, but for those that its theme names: each has twelve shades. */
const otherHues = /^ {2}(?!grey|blue|red|yellow|green)\w+: \{\n(?: {4}.*\n)*? {2}\},?\n/gm;

/** The elements that the panel and Garden's components style; `styled-components` makes a function for each that there is. */
export const styledElements =
  'button code details div h1 h2 h3 input kbd label li line main ol p path progress section select span strong svg text ul'.split(
    ' ',
  );

const everyElement = /(?<=new Set\()\["a","abbr",[\w",]+\]/;

/** Modules that the libraries import and this app never has them call, or calls for less. */
const replaced: readonly (readonly [file: RegExp, code: string])[] = [
  // Read only in development: React looks at no `propTypes` in a build, and they are taken out below.
  [/\/prop-types\/index\.js$/, 'export default {};'],
  // The vendor prefixes of browsers that Zendesk no longer supports: only with `enableVendorPrefixes`.
  [/\/stylis\/src\/Prefixer\.js$/, 'export const prefix = (value) => value;'],
  // Garden's colours of its version before, with a second palette: only with `hue` and `spacerHue` of a focus ring.
  [/\/react-theming\/.*\/getColorV8\.js$/, 'export const getColorV8 = () => undefined;'],
  // A button to close an alert with, and one with only an icon for it: this app's alerts are not closed.
  [/\/react-notifications\/.*\/alert\/Close\.js$/, 'export const Close = undefined;'],
  // Of tooltips.
  [/\/react-theming\/.*\/arrowStyles\.js$/, 'export default () => undefined;'],
  [/\/react-theming\/.*\/getColor\.js$/, `export { getColor } from '${lighterGarden}';`],
];

/** Takes out of the libraries what this app never runs. */
export function lighterLibraries(): Plugin {
  return {
    name: 'lighter-libraries',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^polished$/ },
      handler: () => lighterGarden,
    },
    load: {
      filter: { id: replaced.map(([file]) => file) },
      handler: (id) => replaced.find(([file]) => file.test(id))?.[1],
    },
    transform: {
      filter: { id: /\/(?:@zendeskgarden|styled-components)\/.*\.js$/ },
      handler: (code, id) =>
        (id.includes('/palette/') ? code.replace(otherHues, '') : code)
          .replace(propTypes, '')
          .replace(everyElement, JSON.stringify(styledElements))
          // There is none in a browser.
          .replaceAll('"undefined"!=typeof process', 'false'),
    },
  };
}
