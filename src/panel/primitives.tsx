import styled, { css, keyframes } from 'styled-components';
import { type ColorName, color, small, text } from './theme';

const hidden = css`
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  padding: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** For screen readers only. */
export const Hidden = styled.span`
  ${hidden}
`;

export const HiddenHeading = styled.h1`
  ${hidden}
`;

/** Names a section without shouting. */
export const Heading = styled.h2`
  margin: 0;
  font-size: ${text.size};
  font-weight: 600;
  line-height: 24px;
`;

export const Title = styled.h2`
  margin: 0;
  font-size: 16px;
  font-weight: 600;
  line-height: 22px;
`;

export const Text = styled.p`
  margin: 0;
`;

export const Meta = styled.p`
  margin: 0;
  font-size: ${small.size};
  line-height: ${small.line};
  color: ${color('foreground.subtle')};
`;

/** Who was asked: a heading of a few lines. */
export const SubHeading = styled.h3`
  margin: 0;
  font-size: ${small.size};
  font-weight: 600;
  line-height: 24px;
  color: ${color('foreground.subtle')};
`;

export const Strong = styled.strong`
  font-weight: 600;
`;

/**
 * Long addresses must wrap, not widen it. The gap is 4.5 px at 300 px and 6.5 at 320: where lines are short there are
 * more of them, and the button stays within the first view. (A comment within a style would be shipped.)
 */
export const Page = styled.main`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: clamp(4px, 10vw - 25.5px, 12px);
  max-width: 640px;
  padding: 8px 12px 16px;
  outline: none;
`;

export const Stack = styled.div<{ readonly $gap?: number }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ $gap = 8 }) => $gap}px;
`;

export const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
`;

/** Something left, something right, also where it has to wrap. */
export const Spread = styled(Row)`
  > :last-child:not(:first-child) {
    margin-inline-start: auto;
  }
`;

/** A line above each, but below the verdict's card, which has an edge of its own. */
export const Section = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 8px;
  padding-top: 12px;
  border-top: 1px solid ${color('border.subtle')};

  [data-verdict] + & {
    border-top: 0;
  }
`;

export const Plain = styled.ul<{ readonly $gap?: number }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ $gap = 4 }) => $gap}px;
  margin: 0;
  padding: 0;
  list-style: none;
`;

export type Tone = 'good' | 'cause' | 'lost' | 'unknown' | 'waiting' | 'quiet';

const colors: Record<Tone, ColorName> = {
  good: 'foreground.success',
  cause: 'foreground.warning',
  lost: 'foreground.danger',
  unknown: 'foreground.subtle',
  waiting: 'foreground.subtle',
  quiet: 'foreground.subtle',
};

/** A shape of its own for each meaning, so that none rests on colour alone. */
const shapes: Record<Tone, string> = {
  good: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.2 5.3-3.9 4a.8.8 0 0 1-1.1 0L4.7 8.7l1.1-1 1 .9 3.3-3.4 1.1 1.1Z',
  cause: 'M8 .9 15.1 8 8 15.1.9 8 8 .9Zm-.8 3.6v4.3h1.6V4.5H7.2Zm0 5.4v1.6h1.6V9.9H7.2Z',
  lost: 'M3.4 2 8 6.600 12.600 2 14 3.400 9.400 8 14 12.600 12.600 14 8 9.400 3.400 14 2 12.600 6.600 8 2 3.400Z',
  unknown:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11Zm-.750 7.800v1.400h1.500v-1.400h-1.500ZM8 4.300c-1.400 0-2.400.9-2.400 2.200H7c0-.6.4-1 1-1s1 .4 1 .9c0 .8-1.700 1-1.700 2.800h1.400c0-1.100 1.800-1.300 1.800-2.900C10.500 5.100 9.400 4.300 8 4.300Z',
  waiting:
    'M3 6.500a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3Zm5 0a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3Zm5 0a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3Z',
  quiet: 'M2 7.200h12v1.600H2Z',
};

const Svg = styled.svg<{ readonly $tone: Tone }>`
  flex: none;
  fill: ${({ $tone }) => color(colors[$tone])};
`;

export function Icon({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <Svg $tone={tone} width={size} height={size} viewBox="0 0 16 16" fillRule="evenodd" aria-hidden>
      <path d={shapes[tone]} />
    </Svg>
  );
}

const breathe = keyframes`
  50% { opacity: 0.5; }
`;

/** A line of what is to come, as wide and as high. */
export const Bone = styled.div<{ readonly $width?: string; readonly $height?: number }>`
  width: ${({ $width = '100%' }) => $width};
  height: ${({ $height = 14 }) => $height}px;
  border-radius: 3px;
  background: ${color('border.subtle')};
  animation: ${breathe} 1.6s ease-in-out infinite;

  @media (forced-colors: active) {
    border: 1px solid GrayText;
    background: none;
  }
`;

interface ReplyOutlineProps {
  readonly words: string;
  readonly short?: boolean;
}

/** The room that a reply's preview, its buttons and the line below them will take. */
export function ReplyOutline({ words, short = false }: ReplyOutlineProps) {
  return (
    <Stack $gap={6} aria-busy>
      <Hidden>{words}</Hidden>
      <Bone $height={short ? shortPreviewHeight : previewHeight} />
      <Bone $width="75%" $height={32} />
      <Bone $width="90%" $height={22} />
    </Stack>
  );
}

/** Greeting and first sentences. */
export const previewHeight = 112;

/** Greeting and the first sentence's beginning. */
export const shortPreviewHeight = 72;
