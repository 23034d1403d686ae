import styled from 'styled-components';
import type { OpenState } from '../app/state';
import { AddressBar } from './address-bar';
import { LaterPart } from './deferred';
import { Replies } from './replies';
import { useQuiet } from './tools';
import { Verdict } from './verdict';

/** The glance on top (address, verdict, reply), the reasons below. */
export function OpenTicket({ state }: { readonly state: OpenState }) {
  return (
    <>
      {(state.requesterChanged || state.offline || state.leftover !== undefined) && (
        <LaterPart outline={null} missing={null}>
          {({ Banners }) => <Banners state={state} />}
        </LaterPart>
      )}
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
