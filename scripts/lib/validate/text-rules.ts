import { textOf } from './json';
import type { AppPackage, Rule } from './rule';

const secrets: readonly RegExp[] = [
  /-----BEGIN (RSA |EC |DSA |OPENSSH |PGP )?PRIVATE KEY/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bglpat-[\w-]{20}\b/,
  /\bxox[abprs]-[\w-]{10,}/,
  /\bkey-[0-9a-f]{32}\b/,
];

export const textRules: readonly Rule[] = [
  {
    id: 'secret',
    severity: 'error',
    check: (app) =>
      textsOf(app, /\.(js|html|json|css|svg|xml)$/)
        .filter(({ text }) => secrets.some((secret) => secret.test(text)))
        .map(({ path }) => `${path} seems to hold a key or token.`),
  },
  {
    // Zendesk serves the assets from a path of its own choosing.
    id: 'html-absolute-path',
    severity: 'error',
    check: (app) =>
      textsOf(app, /\.html$/)
        .filter(({ text }) => /\s(src|href)=["']\/(?!\/)/.test(text))
        .map(({ path }) => `${path} names a file from the top of the host.`),
  },
  {
    // The names of XML's languages are written like addresses and never fetched.
    id: 'insecure-url',
    severity: 'warning',
    check: (app) =>
      textsOf(app, /\.(js|html)$/).flatMap(({ path, text }) =>
        [...new Set(text.match(/http:\/\/(?!www\.w3\.org\/)[\w.-]+/g))].map(
          (url) => `${path} names ${url}, which is not https.`,
        ),
      ),
  },
];

function textsOf({ files }: AppPackage, ending: RegExp) {
  return [...files]
    .filter(([path]) => ending.test(path))
    .map(([path, bytes]) => ({ path, text: textOf(bytes) }));
}
