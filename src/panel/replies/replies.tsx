import type { OpenState } from '../desk-types';
import { Banner } from '../parts/banner';
import { Stack } from '../parts/layout';
import { Heading, Meta } from '../parts/text';
import { useTools } from '../tools';
import { verdictView } from '../verdict/verdict-view';
import { InsertAll } from './insert-all';
import { LanguageChoice } from './language-choice';
import { ReplyCard } from './reply-card';
import { ReplyOutline } from './reply-outline';

/** What to tell the customer: suggested, never sent. */
export function Replies({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { replies, warnings } = state;
  if (replies.length === 0) return <NoReplies state={state} />;

  const neutral = replies.some(({ suggestion }) => suggestion.role === 'neutral');
  const mayNotArrive = warnings.length > 0 && (
    <Banner>
      {warnings.map(({ kind }) => (
        <div key={kind}>{t(`warning.${kind}`)}</div>
      ))}
    </Banner>
  );
  return (
    <Stack as="section" aria-label={t('reply.section')}>
      {neutral && <Banner>{t('reply.neutral_why')}</Banner>}
      <Stack $gap={12}>
        {replies.map((reply, index) => (
          <ReplyCard
            key={reply.suggestion.name}
            state={reply}
            warnings={index === 0 && mayNotArrive}
          />
        ))}
      </Stack>
      {replies.length > 1 && <InsertAll count={replies.length} />}
      <LanguageChoice state={state} />
    </Stack>
  );
}

/** Keeps the reply's room while a verdict may still come; says why there is none when it does not. */
function NoReplies({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const waiting = verdictView(state.investigation).kind === 'pending';
  return (
    <Stack as="section" aria-label={t('reply.section')} $gap={6}>
      <Heading>{t('reply.heading')}</Heading>
      {waiting ? <ReplyOutline words={t('reply.waiting')} /> : <Meta>{t('reply.none')}</Meta>}
    </Stack>
  );
}
