import { AddressBar } from './address/address-bar';
import { Cautions } from './verdict/cautions';
import { Checks } from './checks/checks';
import { Decision } from './decision/decision';
import { Footer } from './footer';
import { Mails } from './mails/mails';
import { Note } from './note/note';
import { OfflineBanner, RequesterBanner } from './open-banners';
import type { OpenState } from './desk-types';
import { Replies } from './replies/replies';
import { Verdict } from './verdict/verdict';

/** The glance on top (address, verdict, reply), the reasons below. */
export function OpenTicket({ state }: { readonly state: OpenState }) {
  return (
    <>
      {state.requesterChanged && <RequesterBanner />}
      {state.offline && <OfflineBanner checkedAt={state.investigation.checkedAt} />}
      <AddressBar state={state} />
      <Verdict state={state} />
      {/* Another address, another set of replies: nothing said about the last one stays. */}
      <Replies key={state.selected.address} state={state} />
      <Cautions cautions={state.investigation.diagnosis.cautions} />
      <Checks key={`checks ${state.selected.address}`} state={state} />
      <Mails state={state} />
      <Decision diagnosis={state.investigation.diagnosis} handbook={state.links.handbook} />
      <Note key={`note ${state.selected.address}`} />
      <Footer state={state} />
    </>
  );
}
