import { exhaustive } from '../lib/exhaustive';
import type { DeskState } from '../desk/desk';
import { NoAddress } from './blocked/no-address';
import { NotOfInterest } from './blocked/not-of-interest';
import { OutsideZendesk } from './blocked/outside-zendesk';
import { SettingsBroken } from './blocked/settings-broken';
import { ZendeskFailed } from './blocked/zendesk-failed';
import { OpenTicket } from './open-ticket';
import { Page } from './parts/layout';
import { HiddenHeading } from './parts/text';
import { Starting } from './starting';
import { useTools } from './tools';

/** One screen for each kind of state: never a blank frame. */
export function Screen({ state }: { readonly state: DeskState }) {
  const { messages: t } = useTools();
  return (
    <Page tabIndex={-1}>
      <HiddenHeading>{t('app.title')}</HiddenHeading>
      {screenOf(state)}
    </Page>
  );
}

function screenOf(state: DeskState) {
  switch (state.kind) {
    case 'starting':
      return <Starting />;
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
    case 'open':
      return <OpenTicket state={state} />;
    default:
      return exhaustive(state);
  }
}
