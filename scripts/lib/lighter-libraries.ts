import type { Plugin } from 'vite';

const standIns: Readonly<Record<string, string>> = {
  // Two helpers that Garden finds its colours with: es-toolkit's do the same in a sixth of the bytes.
  'lodash.get': `export { get as default } from 'es-toolkit/compat';`,
  'lodash.memoize': `export { memoize as default } from 'es-toolkit/compat';`,
  // Read only in development: React looks at no `propTypes` in a build, and they are taken out below.
  'prop-types': 'export default {};',
};

/** `red` and its like, twice: Garden's colours are hexadecimal, and so are the app's. */
const colorNames = /^(var namedColorMap = )\{\n(?: .*\n)*\}|(?<=compressedColorMap = )'[\w ]+'/m;

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
      filter: { id: /^(?:lodash\.(?:get|memoize)|prop-types)$/ },
      handler: (id) => mark + id,
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
          .replace(colorNames, (_, start?: string) => (start === undefined ? "''" : `${start}{}`)),
    },
  };
}
