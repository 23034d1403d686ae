import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDocument } from 'yaml';
import type { AppFiles } from './app-folder';
import { hostsIn } from './hosts';
import { fieldsOf, type Fields, listOf, parseObject, textOf } from './json';
import { belongsInPackage } from './pack';
import manifestSchema from './schemas/manifest.json';
import requirementsSchema from './schemas/requirements.json';
import translationSchema from './schemas/translation.json';

export interface Finding {
  readonly rule: string;
  readonly message: string;
}

/** The package as the rules see it. What cannot be read is empty: a rule of its own says so. */
interface AppPackage {
  readonly files: AppFiles;
  readonly manifest: Fields;
}

/** One sentence for each thing that is wrong. */
type Rule = (app: AppPackage) => readonly string[];

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
const schemas = [
  [/^manifest\.json$/, ajv.compile(manifestSchema)],
  [/^requirements\.json$/, ajv.compile(requirementsSchema)],
  [/^translations\/[^/]+\.json$/, ajv.compile(translationSchema)],
] as const;

/** Side of each square logo in pixels, as Zendesk's file requirements have it. */
export const logoSizes: Readonly<Record<string, number>> = {
  'logo.png': 320,
  'logo-small.png': 128,
};

/** The checks of Zendesk's own validator that matter to an app like this, and a few of ours, without a network. */
export const rules: Readonly<Record<string, Rule>> = {
  'manifest-missing': ({ files }) =>
    files.has('manifest.json') ? [] : ['There is no manifest.json at the top of the package.'],

  'json-schema': ({ files }) =>
    schemas.flatMap(([path, validate]) =>
      filesOf(files, path).flatMap(([file, bytes]) => {
        const json = parseObject(bytes);
        if (json === undefined) return [`${file} is not a JSON object.`];
        validate(json);
        return schemaProblems(validate.errors).map((problem) => `${file}: ${problem}.`);
      }),
    ),

  'json-duplicate-key': ({ files }) =>
    filesOf(files, /\.json$/)
      .filter(([, bytes]) => hasKeyTwice(textOf(bytes)))
      .map(([path]) => `${path} has a key twice.`),

  'unexpected-file': ({ files }) =>
    [...files.keys()]
      .filter((path) => !belongsInPackage(path) || !/\.(json|html|js|css|svg|png)$/.test(path))
      .map((path) => `${path} does not belong in the package.`),

  logo: ({ files }) =>
    Object.entries(logoSizes)
      .filter(([file, side]) => !isSquarePng(files.get(`assets/${file}`), side))
      .map(([file, side]) => `assets/${file} has to be a PNG of ${side} × ${side}.`),

  'svg-unsafe': ({ files }) =>
    filesOf(files, /\.svg$/)
      .filter(([, bytes]) =>
        /<(image|script|foreignObject)\b|\son\w+\s*=|javascript:/i.test(textOf(bytes)),
      )
      .map(([path]) => `${path} holds a bitmap or a script; Zendesk would rewrite it.`),

  'named-file': ({ files, manifest: { location, defaultLocale } }) => {
    const { url } = fieldsOf(fieldsOf(fieldsOf(location).support).ticket_sidebar);
    const named = [
      ...(typeof url === 'string' ? [url.split('?')[0] ?? ''] : []),
      ...(typeof defaultLocale === 'string' ? [`translations/${defaultLocale}.json`] : []),
    ];
    return named
      .filter((path) => !files.has(path))
      .map((path) => `manifest.json names ${path}, which is missing.`);
  },

  'whitelist-in-use': ({ manifest }) =>
    'domainWhitelist' in manifest && hostsIn(manifest) === undefined
      ? [
          'domainWhitelist: only one host of CustomersDot and one of Mailgun, those that the settings name by default.',
        ]
      : [],

  'parameter-duplicate': ({ manifest }) =>
    parametersOf(manifest)
      .filter((name, at, names) => names.indexOf(name) !== at)
      .map((name) => `parameters: ${name} is there twice.`),

  'parameter-words': ({ files, manifest }) =>
    filesOf(files, /^translations\/[^/]+\.json$/).flatMap(([path, bytes]) => {
      if (!('parameters' in manifest)) return [];
      const words = Object.keys(fieldsOf(fieldsOf(parseObject(bytes)?.app).parameters));
      const names = parametersOf(manifest);
      return [
        ...names.filter((name) => !words.includes(name)).map((name) => `no words for ${name}`),
        ...words.filter((name) => !names.includes(name)).map((name) => `no parameter ${name}`),
      ].map((problem) => `${path}: ${problem}.`);
    }),

  secret: ({ files }) =>
    filesOf(files, /\.(js|html|json|css|svg)$/)
      .filter(([, bytes]) => secrets.some((secret) => secret.test(textOf(bytes))))
      .map(([path]) => `${path} seems to hold a key or token.`),

  // Zendesk serves the assets from a path of its own choosing.
  'html-absolute-path': ({ files }) =>
    filesOf(files, /\.html$/)
      .filter(([, bytes]) => /\s(src|href)=["']\/(?!\/)/.test(textOf(bytes)))
      .map(([path]) => `${path} names a file from the top of the host.`),

  // The names of XML's languages, and the page that prop-types names in a message, are never fetched.
  'insecure-url': ({ files }) =>
    filesOf(files, /\.(js|html)$/).flatMap(([path, bytes]) =>
      [...new Set(textOf(bytes).match(/http:\/\/(?!www\.w3\.org\/|fb\.me\/)[\w.-]+/g))].map(
        (url) => `${path} names ${url}, which is not https.`,
      ),
    ),
};

const secrets: readonly RegExp[] = [
  /-----BEGIN (RSA |EC |DSA |OPENSSH |PGP )?PRIVATE KEY/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bglpat-[\w-]{20}\b/,
  /\bxox[abprs]-[\w-]{10,}/,
  /\bkey-[0-9a-f]{32}\b/,
];

/** Stops whoever makes a package that Zendesk, or we, would not take. */
export function refuseInvalid(files: AppFiles): void {
  const list = validatePackage(files).map(({ rule, message }) => `  ${rule}: ${message}`);
  if (list.length > 0) throw new Error(`The package is not valid.\n${list.join('\n')}`);
}

export function validatePackage(files: AppFiles): readonly Finding[] {
  const app = { files, manifest: parseObject(files.get('manifest.json')) ?? {} };
  return Object.entries(rules).flatMap(([rule, check]) =>
    check(app).map((message) => ({ rule, message })),
  );
}

const filesOf = (files: AppFiles, named: RegExp) => [...files].filter(([path]) => named.test(path));

const parametersOf = ({ parameters }: Fields): readonly string[] =>
  listOf(parameters)
    .map((parameter) => fieldsOf(parameter).name)
    .filter((name) => typeof name === 'string');

/** JSON.parse keeps the last of two equal keys without a word; Zendesk refuses the file. JSON is YAML, whose parser tells. */
function hasKeyTwice(json: string): boolean {
  const { errors } = parseDocument(json, { uniqueKeys: true, prettyErrors: false });
  return errors.some(({ code }) => code === 'DUPLICATE_KEY');
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isSquarePng(bytes: Uint8Array | undefined, side: number): boolean {
  if (!bytes || bytes.byteLength < 24 || pngSignature.some((byte, at) => bytes[at] !== byte)) {
    return false;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(16) === side && view.getUint32(20) === side;
}

/** What differs from a schema, each once: `/parameters/3/type must be …`. Never what stands there instead. */
export function schemaProblems(errors: readonly ErrorObject[] | null | undefined): string[] {
  const said = (errors ?? []).map(({ instancePath, message = '', params }) => {
    const { additionalProperty } = params as { readonly additionalProperty?: string };
    return `${instancePath} ${message}${additionalProperty === undefined ? '' : `: ${additionalProperty}`}`;
  });
  return [...new Set(said)];
}
