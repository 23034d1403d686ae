import type { OpenState } from '../desk-types';
import { Banner } from '../parts/banner';
import { Section, Stack } from '../parts/layout';
import { Heading, Meta } from '../parts/text';
import { useTools } from '../tools';
import { verdictView } from '../verdict/verdict-view';
import { InsertAll } from './insert-all';
import { LanguageChoice } from './language-choice';
import { ReplyCard } from './reply-card';

/** What to tell the customer: suggested, never sent. */
export function Replies({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { replies, warnings } = state;
  const neutral = replies.some(({ suggestion }) => suggestion.role === 'neutral');
  const waiting = verdictView(state.investigation).kind === 'pending';

  return (
    <Section aria-label={t('reply.heading')}>
      {replies.length === 0 && (
        <>
          <Heading>{t('reply.heading')}</Heading>
          <Meta>{waiting ? t('reply.waiting') : t('reply.none')}</Meta>
        </>
      )}
      {neutral && <Meta>{t('reply.neutral_why')}</Meta>}
      <Stack $gap={16}>
        {replies.map((reply) => (
          <ReplyCard
            key={reply.suggestion.name}
            state={reply}
            warnings={
              warnings.length > 0 && reply === replies[0] ? (
                <Banner>
                  {warnings.map(({ kind }) => (
                    <div key={kind}>{t(`warning.${kind}`)}</div>
                  ))}
                </Banner>
              ) : undefined
            }
          />
        ))}
      </Stack>
      {replies.length > 1 && <InsertAll count={replies.length} />}
      {replies.length > 0 && <LanguageChoice state={state} />}
    </Section>
  );
}
