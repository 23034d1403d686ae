import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Garden mixes its colours with two libraries; one of them does it alone. */
const colorMixing = resolve(import.meta.dirname, 'garden-color-mixing.ts');

const standIns: Readonly<Record<string, string>> = {
  // Two helpers that Garden finds its colours with: all it asks for is `palette.blue.700` and the like.
  'lodash.get': `export default (object, path) => path.split('.').reduce((value, name) => value?.[name], object);`,
  'lodash.memoize': `export { memoize as default } from 'es-toolkit/compat';`,
  // Read only in development: React looks at no `propTypes` in a build, and they are taken out below.
  'prop-types': 'export default {};',
};

/** `red` and its like, twice: Garden's colours are hexadecimal, and so are the app's. */
const colorNames = /^(var namedColorMap = )\{\n(?: .*\n)*\}|(?<=compressedColorMap = )'[\w ]+'/m;

/** A class of errors for browsers without classes, with what Babel needs to make one. */
const oldClassOfErrors =
  /(?<=^var PolishedError = ).*function \(_Error\) \{\n(?: .*\n)*\}\(.*\);$/m;

const propTypes = /^[\w$]+\.propTypes = \{\n(?: .*\n)*\};$/gm;

/** Modules that the libraries import and this app never has them call. */
const emptied: readonly (readonly [file: RegExp, code: string])[] = [
  // The vendor prefixes of browsers that Zendesk no longer supports: only with `enableVendorPrefixes`.
  [/\/stylis\/src\/Prefixer\.js$/, 'export const prefix = (value) => value;'],
  // Garden's colours of its version before, with a second palette: only with `hue` and `spacerHue` of a focus ring.
  [/\/react-theming\/.*\/getColorV8\.js$/, 'export const getColorV8 = () => undefined;'],
];

/** Takes out of the libraries what this app never runs. */
export function lighterLibraries(): Plugin {
  const mark = '\0lighter:';
  return {
    name: 'lighter-libraries',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^(?:lodash\.(?:get|memoize)|prop-types|polished)$/ },
      handler: (id, importer = '') => {
        if (id !== 'polished') return mark + id;
        return importer.endsWith('/getColor.js') ? colorMixing : null;
      },
    },
    load: {
      filter: { id: [new RegExp(mark), ...emptied.map(([file]) => file)] },
      handler: (id) =>
        id.startsWith(mark)
          ? standIns[id.slice(mark.length)]
          : emptied.find(([file]) => file.test(id))?.[1],
    },
    transform: {
      filter: { id: /\/@zendeskgarden\/.*\.js$|\/(?:polished|color2k)\// },
      handler: (code) =>
        code
          .replace(propTypes, '')
          .replace(oldClassOfErrors, 'class extends Error {};')
          .replace(colorNames, (_, start?: string) => (start === undefined ? "''" : `${start}{}`)),
    },
  };
}
