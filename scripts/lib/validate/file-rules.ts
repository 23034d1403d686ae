import { logoSizes } from '../logo-sizes';
import { belongsInPackage } from '../pack';
import { duplicateKeys, parseObject, textOf } from './json';
import { pngSize } from './png';
import type { Rule } from './rule';

/** Zendesk refuses a package that holds one of these, by name or by content. */
const refusedEndings =
  /\.(rar|zip|gz|gzip|pdf|docx?|avi|bin|bz2?|csh|sh|jar|mp3|mpeg|odt|pptx?|xlsx?|7z)$/i;
const refusedStarts = ['PK\u0003\u0004', '\u001f\u008b', '%PDF', 'Rar!', '7z\u00bc\u00af', '#!'];

const startOf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 8));

export const fileRules: readonly Rule[] = [
  {
    id: 'manifest-missing',
    severity: 'error',
    check: ({ files }) =>
      [...files.keys()].some((path) => /(^|\/)manifest\.json$/.test(path))
        ? []
        : ['There is no manifest.json.'],
  },
  {
    id: 'manifest-nested',
    severity: 'error',
    check: ({ files }) =>
      files.has('manifest.json')
        ? []
        : [...files.keys()]
            .filter((path) => path.endsWith('/manifest.json'))
            .map((path) => `${path} belongs at the top of the package.`),
  },
  {
    id: 'json-unreadable',
    severity: 'error',
    check: ({ files }) =>
      [...files]
        .filter(([path, bytes]) => isRead(path) && parseObject(bytes) === undefined)
        .map(([path]) => `${path} is not a JSON object.`),
  },
  {
    id: 'json-duplicate-key',
    severity: 'error',
    check: ({ files }) =>
      [...files]
        .filter(([path, bytes]) => isRead(path) && duplicateKeys(bytes))
        .map(([path]) => `${path} has a key twice.`),
  },
  {
    id: 'unexpected-file',
    severity: 'error',
    check: ({ files }) =>
      [...files.keys()]
        .filter((path) => !belongsInPackage(path) && !path.endsWith('/manifest.json'))
        .map((path) => `${path} does not belong in the package.`),
  },
  {
    id: 'refused-file-type',
    severity: 'error',
    check: ({ files }) =>
      [...files]
        .filter(
          ([path, bytes]) =>
            refusedEndings.test(path) ||
            refusedStarts.some((start) => startOf(bytes).startsWith(start)),
        )
        .map(([path]) => `${path} is of a type that Zendesk refuses.`),
  },
  {
    id: 'logo-missing',
    severity: 'error',
    check: ({ files }) =>
      Object.keys(logoSizes)
        .filter((file) => !files.has(`assets/${file}`))
        .map((file) => `assets/${file} is missing.`),
  },
  {
    id: 'logo-size',
    severity: 'error',
    check: ({ files }) =>
      Object.entries(logoSizes).flatMap(([file, side]) => {
        const bytes = files.get(`assets/${file}`);
        if (bytes === undefined) return [];
        const size = pngSize(bytes);
        if (size?.width === side && size.height === side) return [];
        const found = size ? `${size.width} × ${size.height}` : 'not a PNG';
        return [`assets/${file} has to be a PNG of ${side} × ${side}; it is ${found}.`];
      }),
  },
  {
    id: 'svg-unsafe',
    severity: 'error',
    check: ({ files }) =>
      [...files]
        .filter(([path]) => path.endsWith('.svg'))
        .filter(([, bytes]) =>
          /<(image|script|foreignObject)\b|\son\w+\s*=|javascript:/i.test(textOf(bytes)),
        )
        .map(([path]) => `${path} holds a bitmap or a script; Zendesk would rewrite it.`),
  },
];

function isRead(path: string): boolean {
  return (
    path === 'manifest.json' ||
    path === 'requirements.json' ||
    /^translations\/[^/]+\.json$/.test(path)
  );
}
