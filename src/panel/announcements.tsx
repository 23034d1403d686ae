import { useEffect, useRef } from 'react';
import type { BlockedState, AppState, OpenState } from '../app/panel-contract';
import { byHandWords } from '../wording/findings-in-words';
import { type Messages, outcomeNames } from '../wording/translate';
import { useSay, useTools } from './tools';
import { type VerdictView, verdictView } from './verdict';

/** Says what changed without a press; what changed before this came is said with the first sentence. */
export function Announcements({ state }: { readonly state: AppState }) {
  const { messages } = useTools();
  const say = useSay();
  const before = useRef<AppState>();

  useEffect(() => {
    const news = announcement(before.current, state, messages);
    before.current = state;
    if (news !== undefined) say(news);
  }, [state, messages, say]);

  return null;
}

/** What whoever listens has to be told after a change; `undefined`: nothing that is worth hearing. */
function announcement(
  before: AppState | undefined,
  now: AppState,
  t: Messages,
): string | undefined {
  if (now.kind !== 'open') return before?.kind === now.kind ? undefined : blockedWords(now, t);

  const last = before?.kind === 'open' ? before : undefined;
  if (last && last.offline !== now.offline) return now.offline ? t('say.offline') : t('say.online');

  const banners = newBanners(last, now, t);
  if (banners !== '') return banners;

  const words = verdictWords(now, t);
  const sameAddress = last?.selected.address === now.selected.address;
  if (last && sameAddress && last.replyLanguage !== now.replyLanguage) {
    return t('say.language', {
      language: now.replyLanguage ? t(`language.${now.replyLanguage}`) : t('reply.language_macro'),
    });
  }
  // A refresh is heard at once, and not only when it is done.
  if (sameAddress && now.investigation.rechecking && !last.investigation.rechecking) {
    return t('say.checking', { address: now.selected.address });
  }
  if (words === undefined) {
    return sameAddress ? undefined : t('say.checking', { address: now.selected.address });
  }
  if (!last || !sameAddress || words !== verdictWords(last, t)) return words;
  // The same verdict once more is news only to whoever asked for it again.
  if (!last.investigation.rechecking || now.investigation.running) return undefined;
  const { cutOff, checkedAt = 0 } = now.investigation;
  return cutOff
    ? t('verdict.kept', { time: t.time(checkedAt) })
    : t('say.again', { verdict: words });
}

/** What stands above everything else, and did not before. */
function newBanners(last: OpenState | undefined, now: OpenState, t: Messages): string {
  const { requesterChanged, leftover, selected } = now;
  return [
    ...(requesterChanged && !last?.requesterChanged
      ? [t('say.requester_changed', { address: selected.address })]
      : []),
    ...(leftover && !last?.leftover ? [leftoverWords(leftover, t)] : []),
  ].join(' ');
}

/** Of a reply that the panel does not suggest any more; that the requester is somebody else now is said beside it. */
export function leftoverWords(
  { about, sure, isFormer }: NonNullable<OpenState['leftover']>,
  t: Messages,
): string {
  if (sure && isFormer) return t('leftover.result');
  return t(sure ? 'say.leftover' : 'say.leftover_maybe', { address: about });
}

function verdictWords({ investigation }: OpenState, t: Messages): string | undefined {
  const outcomes = outcomeWords(verdictView(investigation), t);
  const { byHand } = investigation.diagnosis;
  return outcomes === undefined || byHand.length === 0
    ? outcomes
    : `${outcomes} ${byHandWords(investigation.diagnosis, t)}`;
}

function outcomeWords(view: VerdictView, t: Messages): string | undefined {
  switch (view.kind) {
    case 'pending':
      return undefined;
    case 'settled':
      return [
        t('say.settled', { outcome: t(`outcome.${view.outcome}`) }),
        ...(view.also.length > 0
          ? [t('verdict.also', { outcomes: outcomeNames(view.also, t) })]
          : []),
      ].join(' ');
    case 'open':
      return view.nothingKnown
        ? t('verdict.nothing')
        : t('say.open', {
            outcomes: t.either(view.possible.map(({ outcome }) => t(`outcome.${outcome}`))),
          });
  }
}

function blockedWords(
  state: BlockedState | { readonly kind: 'starting' },
  t: Messages,
): string | undefined {
  switch (state.kind) {
    case 'starting':
      return undefined;
    case 'outside-zendesk':
      return state.why === 'sdk-missing' ? t('outside.no_sdk.title') : t('outside.title');
    case 'zendesk-failed':
      return t('zendesk_failed.title');
    case 'settings-broken':
      return t('settings.title');
    case 'no-address':
      return state.found === undefined ? t('no_address.title') : t('no_address.bad_title');
    case 'not-of-interest':
      return t('not_of_interest.text');
  }
}
