import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const panel = join(__dirname, '../../src/panel');
const components = readdirSync(panel, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.tsx'));

/** Attributes that a reader sees or hears. */
const spoken = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label']);

/** A word of any language: two letters in a row. Dots, dashes and spaces between words are drawing. */
const isWords = (text: string): boolean => /\p{L}{2}/u.test(text);

function hardCoded(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isWords(node.text)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      collect(node.expression);
    }
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) {
      if (node.initializer) collect(node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  /** Text that reaches the screen as it stands: literals, also in conditionals and templates, not arguments of calls. */
  const collect = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node))
      return;
    if (ts.isBinaryExpression(node) && !isTextOperator(node.operatorToken.kind)) return;
    if (ts.isConditionalExpression(node)) {
      collect(node.whenTrue);
      collect(node.whenFalse);
      return;
    }
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      if (isWords(node.text)) found.push(node.text);
    }
    ts.forEachChild(node, collect);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

const isTextOperator = (kind: ts.SyntaxKind): boolean =>
  [
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
  ].includes(kind);

describe('the words of the panel', () => {
  it.each(components)('are all in translations/: %s', (file) => {
    expect(hardCoded(file, readFileSync(join(panel, file), 'utf8'))).toEqual([]);
  });

  it.each([
    ['<p>Hello</p>', 'Hello'],
    ['<p>{"Hello"}</p>', 'Hello'],
    ['<p>{yes ? "Hello" : t("key")}</p>', 'Hello'],
    ['<p>{`Hello ${name}`}</p>', 'Hello '],
    ['<p>{name ?? "Hello"}</p>', 'Hello'],
    ['<a aria-label="Hello" />', 'Hello'],
    ['<a title={"Hello"} />', 'Hello'],
  ])('would be missed nowhere: %s', (source, words) => {
    expect(hardCoded('x.tsx', source)).toEqual([words]);
  });

  it.each([
    '<p>{t("key")}</p>',
    '<p>{kind === "open" && t("key")}</p>',
    '<p> · </p>',
    '<a rel="me" />',
  ])('are not suspected where there are none: %s', (source) => {
    expect(hardCoded('x.tsx', source)).toEqual([]);
  });
});
