import { Fragment, type ReactNode, createElement } from 'react';
import styled from 'styled-components';
import type { ReplyOrigin, ReplyText, SuggestedReply } from '../replies/suggest';
import { isGreeting, keptAttributes, keptTags, tagsWithoutEnd } from '../shared/sanitise';
import { visibleText } from '../shared/text';
import type { Messages } from '../wording/translate';
import { previewHeight, shortPreviewHeight } from './primitives';
import { color, radius } from './theme';
import { useTools } from './tools';

/**
 * As high as its outline was, however short the words: nothing below it moves when they come. The last line fades
 * instead of being cut in half; the border stays.
 */
const Paper = styled.div<{ readonly $height: number | undefined }>`
  height: ${({ $height }) => ($height === undefined ? 'auto' : `${$height}px`)};
  overflow: hidden;
  padding: 8px 10px;
  border: 1px solid ${color('border.default')};
  border-radius: ${radius};
  font-size: 13px;
  line-height: 18px;

  ${({ $height }) =>
    $height !== undefined &&
    `> div { mask-image: linear-gradient(#000 ${$height - 42}px, transparent ${$height - 18}px); }`}

  p,
  ul,
  ol,
  blockquote {
    margin: 0 0 6px;
  }

  ul,
  ol {
    padding-left: 20px;
    list-style: revert;
  }

  p:last-child {
    margin: 0;
  }

  a,
  u {
    color: ${color('foreground.primary')};
  }
`;

/** A macro does not say what language it is written in. */
export const languageOf = (origin: ReplyOrigin): string =>
  origin.kind === 'bundled' ? origin.language : '';

/** Where the words come from. */
export function originWords(origin: ReplyOrigin, t: Messages): string {
  if (origin.kind === 'macro') {
    const { title, ownMacro } = origin;
    return t(ownMacro ? 'reply.origin.own_macro' : 'reply.origin.macro', {
      title: visibleText(title),
    });
  }
  return t('reply.origin.bundled', { language: t(`language.${origin.language}`) });
}

/** What there is to know of the macro beside its words: that it cannot be applied, or does not name the reason. */
export function macroWords({ origin, macroIs }: ReplyText, works: boolean, t: Messages) {
  if (origin.kind === 'bundled') return `${t(`reply.why.${origin.why}`)} ${t('reply.no_tags')}`;
  if (macroIs === 'general') return t('reply.general');
  return works ? undefined : t('reply.macro_plain');
}

interface ReplyPreviewProps {
  readonly html: string;
  readonly whole: boolean;
  /** Makes room for a warning, so that the button below it stays within the first view. */
  readonly short?: boolean;
  readonly id?: string;
  readonly label?: string;
  /** Of the words, as in `lang`; '' where nobody knows. */
  readonly language?: string;
}

/** As it will stand in the composer; at a glance what is its own, with greeting and thanks on request. */
export function ReplyPreview({
  html,
  whole,
  short = false,
  id,
  label,
  language,
}: ReplyPreviewProps) {
  const { messages: t } = useTools();
  return (
    <Paper
      $height={whole ? undefined : short ? shortPreviewHeight : previewHeight}
      id={id}
      role="group"
      aria-label={label ?? t('reply.preview')}
    >
      <div lang={language}>{richText(html, whole ? 'all' : 'own')}</div>
    </Paper>
  );
}

/**
 * Already sanitised html as elements. Nothing is handed to the browser as markup: tags and attributes are those
 * that go into the composer, by the same list; a tag that is not on it becomes its text. Of what is shown in part a
 * link is only its words: the keyboard would stop at what is cut off, and scroll the preview to it.
 */
export function richText(html: string, part: 'all' | 'own' = 'all'): ReactNode {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  if (part === 'own')
    prefaceOf(body).forEach((paragraph) => {
      paragraph.remove();
    });
  return children(body, part === 'all');
}

const thanks = /\b(thank|danke|vielen dank|gracias|merci|obrigad)|ありがと|お問い合わせ/iu;
const shortest = 200;

/** Greeting and thanks, which every reply begins with. What does not look like them is the reply's own. */
function prefaceOf(body: HTMLElement): readonly Element[] {
  const [greeting, thank, ...own] = body.children;
  if (greeting?.localName !== 'p' || own.length === 0) return [];
  if (!isGreeting(greeting.textContent)) return [];
  const isThanks = thank?.localName === 'p' && thanks.test(thank.textContent);
  return isThanks && thank.textContent.length <= shortest ? [greeting, thank] : [greeting];
}

function children(parent: Node, linked: boolean): ReactNode[] {
  return [...parent.childNodes].map((node, index) => elementOf(node, index, linked));
}

function elementOf(node: Node, key: number, linked: boolean): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;

  const tag = node.localName;
  if (tag === 'script' || tag === 'style') return null;
  if (!keptTags.has(tag)) return createElement(Fragment, { key }, children(node, linked));
  if (tagsWithoutEnd.has(tag)) return createElement(tag, { key });
  if (tag === 'a' && !linked) return createElement('u', { key }, children(node, linked));
  const kept = keptAttributes(node);
  const leaves = kept.href === undefined ? {} : { target: '_blank', rel: 'noopener noreferrer' };
  return createElement(tag, { key, ...kept, ...leaves }, children(node, linked));
}

export function headingOf(suggestion: SuggestedReply, t: Messages): string {
  switch (suggestion.role) {
    case 'verdict':
      return t('reply.heading');
    case 'also':
      return t('reply.also_heading', { outcome: t(`outcome.${suggestion.outcome}`) });
    case 'neutral':
      return t('reply.neutral_heading');
  }
}
