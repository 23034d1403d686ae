import { createRoot } from 'react-dom/client';
import type { Clock } from '../lib/clock';
import type { Desk } from '../desk/desk';
import type { Messages } from '../i18n/messages';
import { Panel } from './panel';
import type { SchemeStore } from './use-scheme';

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
