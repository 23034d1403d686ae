import styled from 'styled-components';
import { color } from '../theme';
import { useTools } from '../tools';
import { previewHeight } from './preview-height';
import { richText } from './rich-text';

const Paper = styled.div<{ readonly $whole: boolean }>`
  max-height: ${({ $whole }) => ($whole ? 'none' : `${previewHeight}px`)};
  overflow: hidden;
  padding: 8px 10px;
  border: 1px solid ${color('border.default')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  font-size: 13px;
  line-height: 18px;

  /* The last line fades instead of being cut in half; the border stays. */
  ${({ $whole }) => !$whole && '> div { mask-image: linear-gradient(#000 70px, transparent 94px); }'}

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
  readonly id?: string;
  readonly label?: string;
  /** The keyboard went inside. */
  readonly onReach?: (whole: boolean) => void;
}

/** As it will stand in the composer; the first lines at a glance, the rest on request. */
export function ReplyPreview({ html, whole, id, label, onReach }: ReplyPreviewProps) {
  const { messages: t } = useTools();
  return (
    <Paper
      $whole={whole}
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
