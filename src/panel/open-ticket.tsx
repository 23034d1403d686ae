import { AddressBar } from './address/address-bar';
import type { OpenState } from './desk-types';
import { LaterPart } from './later-part';
import { OfflineBanner, RequesterBanner } from './open-banners';
import { Replies } from './replies/replies';
import { Bone } from './starting';
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
      <LaterPart outline={<Bone $height={480} />}>
        {({ Details }) => <Details key={state.selected.address} state={state} />}
      </LaterPart>
    </>
  );
}
