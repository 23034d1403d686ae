import type { OpenState } from '../app/state';
import { useLater } from './deferred';
import { Heading, Hidden, Meta, Stack } from './primitives';
import { Bone } from './starting';
import { useTools } from './tools';
import { verdictView } from './verdict-view';

/** What to tell the customer: suggested, never sent. Nothing at all where there is nothing to suggest. */
export function Replies({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const later = useLater();
  const some = state.replies.length > 0;
  if (!some && verdictView(state.investigation).kind !== 'pending') return null;
  if (some && typeof later === 'object') {
    return (
      <Stack key="list" as="section" aria-label={t('reply.section')}>
        <later.Garden>
          <later.ReplyList state={state} />
        </later.Garden>
      </Stack>
    );
  }
  return (
    <Stack key="outline" as="section" aria-label={t('reply.section')} $gap={6}>
      <Heading>{t('reply.heading')}</Heading>
      {some && later === 'failed' ? (
        <Meta>{t('reply.unavailable')}</Meta>
      ) : (
        <ReplyOutline words={some ? t('reply.loading') : t('reply.waiting')} />
      )}
    </Stack>
  );
}

/** The room that a reply, its buttons and its origin will take. */
export function ReplyOutline({ words }: { readonly words: string }) {
  return (
    <Stack $gap={6} aria-busy>
      <Hidden>{words}</Hidden>
      <Bone $height={previewHeight} />
      <Bone $width="75%" $height={32} />
      <Bone $width="90%" $height={16} />
    </Stack>
  );
}

/** Greeting and first sentences. */
export const previewHeight = 112;

/** Greeting and the first sentence's beginning. */
export const shortPreviewHeight = 72;
