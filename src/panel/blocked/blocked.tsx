import { exhaustive } from '../../lib/exhaustive';
import type { BlockedState } from '../desk-types';
import { NoAddress } from './no-address';
import { NotOfInterest } from './not-of-interest';
import { OutsideZendesk } from './outside-zendesk';
import { SettingsBroken } from './settings-broken';
import { ZendeskFailed } from './zendesk-failed';

/** Nothing to judge, and why. */
export function Blocked({ state }: { readonly state: BlockedState }) {
  switch (state.kind) {
    case 'outside-zendesk':
      return <OutsideZendesk why={state.why} />;
    case 'zendesk-failed':
      return <ZendeskFailed failure={state.failure} />;
    case 'settings-broken':
      return <SettingsBroken {...state} />;
    case 'no-address':
      return <NoAddress {...state} />;
    case 'not-of-interest':
      return <NotOfInterest />;
    default:
      return exhaustive(state);
  }
}
