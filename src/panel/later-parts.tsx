import { useState } from 'react';
import type { OpenState } from '../app/state';
import { CheckSetupAction, Checks, SetupOffer } from './checks';
import { AskedPart, Banner, SetupPart } from './deferred-part';
import { QuietAction, keepFocus, Disclosure } from './folds';
import { Action } from './garden';
import { Mails } from './mails';
import { Note } from './note';
import { Bone } from './primitives';
import { TakeOut } from './reply-card';
import { useTools } from './tools';

/** The chunk of what the first view can do without: fetched while the sources are asked. */
export { Blocked } from './blocked';
export { Garden } from './garden';
export { ReplyList } from './reply-list';
export { VerdictMore, VerdictReason } from './verdict-more';

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

/** What lies below the first view: what the verdict rests on, and what else there is to do. */
export function Details({ state }: { readonly state: OpenState }) {
  return (
    <>
      <Checks state={state} />
      <Mails state={state} />
      <Decision state={state} />
      <Note state={state} />
      <Footer state={state} />
    </>
  );
}

function Decision({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure ruled title={t('decision.heading')} open={open} onToggle={setOpen}>
      <AskedPart outline={<Bone $height={240} />}>
        {({ DecisionBody }) => (
          <DecisionBody diagnosis={state.investigation.diagnosis} handbook={state.links.handbook} />
        )}
      </AskedPart>
    </Disclosure>
  );
}

/** The way to check again. */
function Footer({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const { running } = state.investigation;
  return (
    <footer>
      <Action
        onClick={() => {
          actions.refresh();
        }}
      >
        {running ? t('footer.refreshing') : t('footer.refresh')}
      </Action>
    </footer>
  );
}

/** The admin's way to the check of the set-up, and the check in its place once it is open. */
export function SetupLink() {
  const { setup } = useTools();
  if (setup.open) return <SetupPart>{({ CheckSetup }) => <CheckSetup setup={setup} />}</SetupPart>;
  if (setup.offered) return <SetupOffer />;
  return (
    <footer>
      <CheckSetupAction />
    </footer>
  );
}
