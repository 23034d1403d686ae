import styled from 'styled-components';
import { color } from '../theme';
import { useTools } from '../tools';
import { previewHeight, shortPreviewHeight } from './preview-height';
import { richText } from './rich-text';

const Paper = styled.div<{ readonly $height: number | undefined }>`
  max-height: ${({ $height }) => ($height === undefined ? 'none' : `${$height}px`)};
  overflow: hidden;
  padding: 8px 10px;
  border: 1px solid ${color('border.default')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  font-size: 13px;
  line-height: 18px;

  /* The last line fades instead of being cut in half; the border stays. */
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

  a {
    color: ${color('foreground.primary')};
  }
`;

interface ReplyPreviewProps {
  readonly html: string;
  readonly whole: boolean;
  /** Makes room for a warning, so that the button below it stays within the first view. */
  readonly short?: boolean;
  readonly id?: string;
  readonly label?: string;
  /** The keyboard went inside. */
  readonly onReach?: (whole: boolean) => void;
}

/** As it will stand in the composer; the first lines at a glance, the rest on request. */
export function ReplyPreview({
  html,
  whole,
  short = false,
  id,
  label,
  onReach,
}: ReplyPreviewProps) {
  const { messages: t } = useTools();
  return (
    <Paper
      $height={whole ? undefined : short ? shortPreviewHeight : previewHeight}
      id={id}
      role="group"
      aria-label={label ?? t('reply.preview')}
      // A link that is reached by keyboard must not be cut off.
      onFocus={() => {
        onReach?.(true);
      }}
    >
      <div>{richText(html)}</div>
    </Paper>
  );
}
