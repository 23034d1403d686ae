import type { DeskState } from '../desk/desk';
import { LaterPart } from './later-part';
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
  if (state.kind === 'starting') return <Starting />;
  if (state.kind === 'open') return <OpenTicket state={state} />;
  return <LaterPart outline={<Starting />}>{({ Blocked }) => <Blocked state={state} />}</LaterPart>;
}
