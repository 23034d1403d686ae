import type { OpenState } from '../desk-types';
import { Stack } from '../parts/layout';
import { Heading, Meta } from '../parts/text';
import { useTools } from '../tools';
import { useLater } from '../use-later';
import { verdictView } from '../verdict/verdict-view';
import { ReplyOutline } from './reply-outline';

/** What to tell the customer: suggested, never sent. */
export function Replies({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const later = useLater();
  const some = state.replies.length > 0;
  if (some && typeof later === 'object') {
    return (
      <Stack key="list" as="section" aria-label={t('reply.section')}>
        <later.ReplyList state={state} />
      </Stack>
    );
  }
  return (
    <Stack key="outline" as="section" aria-label={t('reply.section')} $gap={6}>
      <Heading>{t('reply.heading')}</Heading>
      <NoReplies state={state} failed={some && later === 'failed'} />
    </Stack>
  );
}

interface NoRepliesProps {
  readonly state: OpenState;
  readonly failed: boolean;
}

/** Keeps the reply's room while one may still come; says why there is none when it does not. */
function NoReplies({ state, failed }: NoRepliesProps) {
  const { messages: t } = useTools();
  if (failed) return <Meta>{t('reply.unavailable')}</Meta>;
  if (state.replies.length > 0) return <ReplyOutline words={t('reply.loading')} />;
  const waiting = verdictView(state.investigation).kind === 'pending';
  return waiting ? <ReplyOutline words={t('reply.waiting')} /> : <Meta>{t('reply.none')}</Meta>;
}
