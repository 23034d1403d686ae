import { createContext, useContext } from 'react';
import type { Clock } from '../lib/clock';
import type { DeskActions } from '../desk/desk';
import type { Messages } from '../i18n/messages';

/** What every part may reach for: words, the engineer's actions, the time. */
export interface Tools {
  readonly messages: Messages;
  readonly actions: DeskActions;
  readonly clock: Clock;
}

export const ToolsContext = createContext<Tools | undefined>(undefined);

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error('A part of the panel was drawn outside of it.');
  return tools;
}
