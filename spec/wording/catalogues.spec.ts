import { checks } from '../../src/diagnosis/checks';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import de from '../../translations/panel/de.json';
import en from '../../translations/panel/en.json';
import es from '../../translations/panel/es.json';
import fr from '../../translations/panel/fr.json';
import ja from '../../translations/panel/ja.json';
import ptBR from '../../translations/panel/pt-BR.json';
import type {} from '../../src/diagnosis/evidence';
import type { Catalogue } from '../../src/wording/translate';

const english: Catalogue = en;
const others: readonly (readonly [string, Catalogue])[] = [
  ['de', de],
  ['es', es],
  ['fr', fr],
  ['ja', ja],
  ['pt-BR', ptBR],
];

const placeholders = (message: string): string =>
  (message.match(/\{\w+\}/g) ?? []).sort().join(' ');

const placeholdersOf = (catalogue: Catalogue): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, placeholders(text)]));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const text = readFileSync(join('src', path), 'utf8');
    return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  });

function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => {
    eachNode(child, visit);
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the sources could ask for: whole keys, and patterns for keys put together from parts. */
function askedFor(): { readonly keys: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const keys = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sources) {
    eachNode(source, (node) => {
      if (ts.isStringLiteralLike(node)) keys.add(node.text);
      if (ts.isTemplateExpression(node)) {
        const parts = node.templateSpans.map(({ literal }) => escaped(literal.text));
        // A pattern without a word of its own in front would fit every key.
        if (/^[a-z_]+\./.test(node.head.text)) {
          patterns.push(new RegExp(`^${[escaped(node.head.text), ...parts].join('[\\w-]+')}$`));
        }
      }
    });
  }
  return { keys, patterns };
}

describe('the panel’s words', () => {
  it.each(others)('in %s have every key, and the same placeholders', (_language, catalogue) => {
    expect(placeholdersOf(catalogue)).toEqual(placeholdersOf(english));
  });

  it.each([['en', english] as const, ...others])(
    'in %s are never empty',
    (_language, catalogue) => {
      const empty = Object.entries(catalogue).filter(
        ([, text]) => text.trim() !== text || text === '',
      );
      expect(empty).toEqual([]);
    },
  );

  it.each(others)('in %s are translated, names aside', (_language, catalogue) => {
    const sentences = Object.entries(english).filter(([, text]) => text.split(' ').length > 3);
    expect(sentences.filter(([key, text]) => catalogue[key] === text)).toEqual([]);
  });

  it('have an “other” wherever they have a “one”', () => {
    const ones = Object.keys(english).filter((key) => key.endsWith('.one'));
    expect(ones.length).toBeGreaterThan(0);
    const alone = ones.filter((key) => !(key.replace(/\.one$/, '.other') in english));
    expect(alone).toEqual([]);
  });

  it('are all asked for somewhere', () => {
    const { keys, patterns } = askedFor();
    const unused = Object.keys(english).filter((key) => {
      const plain = key.replace(/\.(one|other)$/, '');
      return !keys.has(key) && !keys.has(plain) && !patterns.some((pattern) => pattern.test(key));
    });
    expect(unused).toEqual([]);
  });

  it('have an answer for every value of every check', () => {
    const wanted = Object.entries(checks).flatMap(([check, { domain: values }]) =>
      values.map((value) => `answer.${check}.${value}`),
    );
    expect(wanted.filter((key) => !(key in english))).toEqual([]);
  });
});

describe('the components', () => {
  /** Attributes that people read or hear. */
  const spoken = new Set([
    'aria-label',
    'title',
    'alt',
    'placeholder',
    'label',
    'aria-description',
  ]);
  const hasLetters = /\p{L}/u;

  it('hold no text of their own', () => {
    const found: string[] = [];
    for (const source of sources.filter(({ fileName }) => fileName.endsWith('.tsx'))) {
      eachNode(source, (node) => {
        if (ts.isJsxText(node) && hasLetters.test(node.text)) {
          found.push(`${source.fileName}: ${node.text.trim()}`);
        }
        if (
          ts.isJsxAttribute(node) &&
          spoken.has(node.name.getText()) &&
          node.initializer !== undefined &&
          ts.isStringLiteral(node.initializer) &&
          hasLetters.test(node.initializer.text)
        ) {
          found.push(`${source.fileName}: ${node.initializer.text}`);
        }
      });
    }
    expect(found).toEqual([]);
  });

  it('were looked at', () => {
    expect(sources.filter(({ fileName }) => fileName.endsWith('.tsx')).length).toBeGreaterThan(10);
  });
});
