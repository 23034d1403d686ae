import { useMemo, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { Desk, DeskState } from '../app/state';
import type { Clock } from '../shared/clock';
import type { Messages } from '../wording/messages';
import { LaterPart } from './deferred';
import { LiveRegion } from './live-region';
import { OpenTicket } from './open-ticket';
import { HiddenHeading, Page } from './primitives';
import { Starting } from './starting';
import { PageStyle, type SchemeStore, useScheme } from './theme';
import { ToolsContext, useTools } from './tools';

export interface PanelParts {
  readonly desk: Desk;
  readonly messages: Messages;
  readonly scheme: SchemeStore;
  readonly clock: Clock;
}

/** Draws the panel into `root`; the returned function takes it away again. */
export function mountPanel(root: HTMLElement, parts: PanelParts): () => void {
  const react = createRoot(root);
  react.render(<Panel {...parts} />);
  return () => {
    react.unmount();
  };
}

export function Panel({ desk, messages, scheme: schemes, clock }: PanelParts) {
  const state = useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.getState(),
  );
  const scheme = useScheme(schemes);
  const tools = useMemo(
    () => ({ messages, actions: desk, clock, scheme }),
    [messages, desk, clock, scheme],
  );

  return (
    <>
      <PageStyle $scheme={scheme} />
      <ToolsContext.Provider value={tools}>
        <LiveRegion state={state}>
          <Screen state={state} />
        </LiveRegion>
      </ToolsContext.Provider>
    </>
  );
}

/** One screen for each kind of state: never a blank frame. */
function Screen({ state }: { readonly state: DeskState }) {
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
