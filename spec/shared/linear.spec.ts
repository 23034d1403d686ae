import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Every regular expression of src/ takes twice the steps for twice the text, whatever the text: V8 counts them, so
 * that a slow machine makes no difference. Who adds one that does not is told which, and with which text.
 */

const root = join(__dirname, '../..');

interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

interface Counted {
  readonly pump: string;
  /** Steps for n and for 2n characters; `null` is more than anybody waits for. */
  readonly n: number | null;
  readonly twice: number | null;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    return { file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest) };
  });

function nodesOf(node: ts.Node): readonly ts.Node[] {
  const inside: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    inside.push(...nodesOf(child));
  });
  return [node, ...inside];
}

const written: readonly Pattern[] = files.flatMap(({ file, tree }) =>
  nodesOf(tree)
    .filter(ts.isRegularExpressionLiteral)
    .map(({ text }) => {
      const end = text.lastIndexOf('/');
      return { where: file, source: text.slice(1, end), flags: text.slice(end + 1) };
    }),
);

const makers = files
  .filter(({ tree }) =>
    nodesOf(tree).some(
      (node) => ts.isNewExpression(node) && node.expression.getText(tree) === 'RegExp',
    ),
  )
  .map(({ file }) => file);

/** Those that are put together when a file is loaded: `RegExp` is watched meanwhile. */
async function built(): Promise<readonly Pattern[]> {
  const made: Pattern[] = [];
  const real = globalThis.RegExp;
  for (const where of makers) {
    globalThis.RegExp = new Proxy(real, {
      construct(target, args) {
        const pattern = Reflect.construct(target, args) as RegExp;
        made.push({ where, source: pattern.source, flags: pattern.flags });
        return pattern;
      },
    });
    await import(join(root, 'src', where));
    globalThis.RegExp = real;
  }
  return made;
}

/** What a pattern may stumble over: rows of one character, beginnings without an end, and its own words. */
const pumps = [
  'a',
  ' ',
  '\n',
  '.',
  '-',
  '<',
  '{',
  '@',
  ':',
  '/',
  '\u0301',
  '\u200d',
  'a b ',
  'a.',
].concat(
  '<a ',
  '<div ',
  '<!--',
  '&nbsp;',
  '=?a?q?',
  '://',
  'on a <',
  'wrote ',
  'user ',
  '%7b',
  '&#123;',
);

const ownWords = ({ source }: Pattern): readonly string[] =>
  [...new Set([...source.matchAll(/[a-z<:/ @-]{3,}/gi)].map(([word]) => word))].slice(0, 4);

function count(patterns: readonly Pattern[]): readonly (Pattern & Counted)[] {
  const input = patterns.map((pattern) => {
    const words = ownWords(pattern).flatMap((word) => [word, `${word} `, `${word}@`]);
    return {
      ...pattern,
      pumps: [...pumps, ...words].map((pump) => ({ before: 'a', pump, after: '!\u0000' })),
    };
  });
  const counted = execFileSync(process.execPath, [join(root, 'spec/support/count-steps.js')], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  return (JSON.parse(counted) as Counted[]).map((one, index) => ({ ...patterns[index]!, ...one }));
}

/** Twice would be 2; the ends of an expression that looks a fixed way ahead cost a little. Squared would be 4. */
const isLinear = ({ n, twice }: Counted): boolean =>
  n !== null && twice !== null && twice <= 2.6 * n + 200;

it('the count tells a linear pattern from a quadratic one', () => {
  const patterns = ['[ \\t]+$', '<a\\b[^>]*>', '<a\\b[^<>]*>', 'a+b', '(?<!a)a+b'].map(
    (source) => ({
      where: 'here',
      source,
      flags: '',
    }),
  );
  expect(count(patterns).map(isLinear)).toEqual([false, false, true, false, true]);
});

it('finds the patterns, those that are put together too', async () => {
  expect(written.length).toBeGreaterThan(100);
  expect(makers).toContain('diagnosis/bounce-reason.ts');
  expect((await built()).length).toBeGreaterThan(15);
});

it('every pattern takes twice the steps for twice the text', async () => {
  const slow = count([...written, ...(await built())]).filter((one) => !isLinear(one));
  expect(slow).toEqual([]);
}, 120_000);
