import type { ReactNode } from 'react';
import type { ReplyState } from '../../desk/desk';
import type { Messages } from '../../i18n/messages';
import type { SuggestedReply } from '../../reply/reply';
import { Stack } from '../parts/layout';
import { Heading, Meta } from '../parts/text';
import { Bone } from '../starting';
import { useTools } from '../tools';
import { originWords } from './origin-words';
import { ReplyControls } from './reply-controls';
import { ReplyPreview } from './reply-preview';

interface ReplyCardProps {
  readonly state: ReplyState;
  /** What may keep this very reply from arriving; stands beside the button. */
  readonly warnings: ReactNode;
}

export function ReplyCard({ state, warnings }: ReplyCardProps) {
  const { messages: t } = useTools();
  const { suggestion, text, insertedAt } = state;
  return (
    <Stack as="article" data-reply={suggestion.name} aria-label={headingOf(suggestion, t)}>
      <Heading as="h3">{headingOf(suggestion, t)}</Heading>
      {text.state === 'loading' ? (
        <Stack aria-busy>
          <Meta>{t('reply.loading')}</Meta>
          <Bone $height={96} />
        </Stack>
      ) : (
        <>
          <Meta>{originWords(text.reply.origin, t)}</Meta>
          <ReplyPreview html={text.reply.html} />
          {warnings}
          <ReplyControls reply={text.reply} insertedAt={insertedAt} />
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
