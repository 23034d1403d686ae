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

/**
 * Takes out of the libraries what this app never runs. styled-components brings the vendor prefixes of browsers that
 * Zendesk no longer supports, and uses them only where `enableVendorPrefixes` is asked for, which nothing does.
 */
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
      filter: { id: /\0lighter:|\/stylis\/src\/Prefixer\.js$/ },
      handler: (id) =>
        id.startsWith(mark)
          ? standIns[id.slice(mark.length)]
          : 'export const prefix = (value) => value;',
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
