import { useId, useState, type ReactNode } from 'react';
import type { ReplyState } from '../../desk/desk';
import type { Messages } from '../../i18n/messages';
import type { SuggestedReply } from '../../reply/reply';
import { QuietAction } from '../parts/quiet-action';
import { Spread, Stack } from '../parts/layout';
import { Heading, Meta } from '../parts/text';
import { useTools } from '../tools';
import { originWords } from './origin-words';
import { ReplyControls } from './reply-controls';
import { ReplyOutline } from './reply-outline';
import { ReplyPreview } from './reply-preview';

interface ReplyCardProps {
  readonly state: ReplyState;
  /** What may keep this very reply from arriving; stands beside the button. */
  readonly warnings: ReactNode;
}

export function ReplyCard({ state, warnings }: ReplyCardProps) {
  const { messages: t } = useTools();
  const [whole, setWhole] = useState(false);
  const id = useId();
  const { suggestion, text, insertedAt } = state;
  const heading = headingOf(suggestion, t);

  return (
    <Stack as="article" data-reply={suggestion.name} aria-label={heading} $gap={6}>
      <Spread>
        <Heading>{heading}</Heading>
        {text.state === 'ready' && (
          <QuietAction
            aria-expanded={whole}
            aria-controls={id}
            onClick={() => {
              setWhole(!whole);
            }}
          >
            {whole ? t('reply.show_less') : t('reply.show_all')}
          </QuietAction>
        )}
      </Spread>
      {text.state === 'loading' ? (
        <ReplyOutline words={t('reply.loading')} />
      ) : text.state === 'unavailable' ? (
        <Meta>{t('reply.unavailable')}</Meta>
      ) : (
        <>
          <ReplyPreview
            id={id}
            html={text.reply.html}
            whole={whole}
            short={Boolean(warnings)}
            onReach={setWhole}
          />
          {warnings}
          <ReplyControls reply={text.reply} insertedAt={insertedAt} />
          <Meta>{originWords(text.reply.origin, t)}</Meta>
        </>
      )}
    </Stack>
  );
}

function headingOf({ role, name }: SuggestedReply, t: Messages): string {
  if (role === 'neutral' || name === 'verify_ownership') return t('reply.neutral_heading');
  return role === 'also'
    ? t('reply.also_heading', { outcome: t(`outcome.${name}`) })
    : t('reply.heading');
}
