import { ThemeProvider } from '@zendeskgarden/react-theming';
import { useMemo, useSyncExternalStore } from 'react';
import { LiveRegion } from './live-region';
import type { PanelParts } from './mount';
import { PageStyle } from './page-style';
import { Screen } from './screen';
import { themes } from './theme';
import { ToolsContext } from './tools';
import { useScheme } from './use-scheme';

export function Panel({ desk, messages, scheme, clock }: PanelParts) {
  const state = useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.getState(),
  );
  const tools = useMemo(() => ({ messages, actions: desk, clock }), [messages, desk, clock]);
  const base = useScheme(scheme);

  return (
    <ThemeProvider theme={themes[base]}>
      <PageStyle $scheme={base} />
      <ToolsContext.Provider value={tools}>
        <LiveRegion state={state}>
          <Screen state={state} />
        </LiveRegion>
      </ToolsContext.Provider>
    </ThemeProvider>
  );
}
