import styled from 'styled-components';
import { AddressBar } from './address/address-bar';
import type { OpenState } from './desk-types';
import { LaterPart } from './later-part';
import { OfflineBanner, RequesterBanner } from './open-banners';
import { Replies } from './replies/replies';
import { useQuiet } from './use-quiet';
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
      <Below key={`below ${state.selected.address}`} state={state} />
    </>
  );
}

/** Keeps the frame about as high as it will be; nothing is drawn that would then have to move. */
const Room = styled.div`
  height: 480px;
`;

/** Comes as one piece, not line by line: nothing that is being read or pressed moves. */
function Below({ state }: { readonly state: OpenState }) {
  const quiet = useQuiet(state.investigation.running);
  const outline = <Room />;
  if (!quiet) return outline;
  return <LaterPart outline={outline}>{({ Details }) => <Details state={state} />}</LaterPart>;
}
