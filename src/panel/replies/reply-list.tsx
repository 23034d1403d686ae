import type { OpenState } from '../desk-types';
import { Banner } from '../parts/banner';
import { Stack } from '../parts/layout';
import { useTools } from '../tools';
import { InsertAll } from './insert-all';
import { LanguageChoice } from './language-choice';
import { ReplyCard } from './reply-card';

/** Each suggested reply with its words and the ways into the composer. */
export function ReplyList({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { replies, warnings } = state;
  const neutral = replies.some(({ suggestion }) => suggestion.role === 'neutral');
  const mayNotArrive = warnings.length > 0 && (
    <Banner>
      {warnings.map(({ kind }) => (
        <div key={kind}>{t(`warning.${kind}`)}</div>
      ))}
    </Banner>
  );
  return (
    <>
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
    </>
  );
}
