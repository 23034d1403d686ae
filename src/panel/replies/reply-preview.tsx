import { useState } from 'react';
import styled from 'styled-components';
import { QuietAction } from '../parts/button';
import { color } from '../theme';
import { useTools } from '../tools';
import { richText } from './rich-text';

const Paper = styled.div<{ readonly $clipped: boolean }>`
  max-height: ${({ $clipped }) => ($clipped ? '96px' : 'none')};
  overflow: hidden;
  padding: 8px 10px;
  border: 1px solid ${color('border.default')};
  border-radius: ${({ theme }) => theme.borderRadii.md};

  ${({ $clipped }) => $clipped && 'mask-image: linear-gradient(#000 70%, transparent);'}

  p, ul, ol, blockquote {
    margin: 0 0 8px;
  }

  a {
    color: ${color('foreground.primary')};
  }
`;

/** As it will stand in the composer; the first lines at a glance, the rest on request. */
export function ReplyPreview({ html }: { readonly html: string }) {
  const { messages: t } = useTools();
  const [clipped, setClipped] = useState(true);
  return (
    <div>
      <Paper
        $clipped={clipped}
        role="group"
        aria-label={t('reply.preview')}
        // A link that is reached by keyboard must not be cut off.
        onFocus={() => {
          setClipped(false);
        }}
      >
        {richText(html)}
      </Paper>
      <QuietAction
        aria-expanded={!clipped}
        onClick={() => {
          setClipped(!clipped);
        }}
      >
        {clipped ? t('reply.show_all') : t('reply.show_less')}
      </QuietAction>
    </div>
  );
}
