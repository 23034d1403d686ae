import type { OpenState } from '../app/state';
import { Banner } from './garden';
import { TakeOut } from './reply-card';
import { QuietAction, keepFocus } from './quiet-action';
import { useTools } from './tools';

/** What has to be known before anything else is read. */
export function Banners({ state }: { readonly state: OpenState }) {
  return (
    <>
      {state.requesterChanged && <RequesterChanged />}
      {state.leftover && <Leftover {...state.leftover} />}
      {state.offline && <Offline checkedAt={state.investigation.checkedAt} />}
    </>
  );
}

function RequesterChanged() {
  const { messages: t, actions } = useTools();
  return (
    <Banner>
      {t('requester_changed.text')}{' '}
      <QuietAction
        onClick={(event) => {
          keepFocus(event);
          actions.dismissRequesterChange();
        }}
      >
        {t('requester_changed.dismiss')}
      </QuietAction>
    </Banner>
  );
}

/** A reply about somebody else must not be sent to this requester unseen. */
function Leftover({ about, canTakeOut }: NonNullable<OpenState['leftover']>) {
  const { messages: t } = useTools();
  return (
    <Banner>
      <div>{t('leftover.text', { address: about })}</div>
      {canTakeOut && <TakeOut />}
    </Banner>
  );
}

function Offline({ checkedAt }: { readonly checkedAt: number | undefined }) {
  const { messages: t } = useTools();
  return (
    <Banner>
      {checkedAt === undefined
        ? t('offline.nothing')
        : t('offline.text', { time: t.time(checkedAt) })}
    </Banner>
  );
}
