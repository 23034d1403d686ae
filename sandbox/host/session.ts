import { clamp } from 'es-toolkit/math';
import type { Workspace } from '../wire';

export type Scheme = 'light' | 'dark';

/** Who the agent is and what the page shows: the page's own switches. */
export interface View {
  readonly scheme: Scheme;
  /** Of the app tray, px. */
  readonly width: number;
  readonly locale: string;
  readonly role: 'agent' | 'admin';
  readonly offline: boolean;
  readonly trayOpen: boolean;
  /** The app's page; another after each build. */
  readonly appUrl: string;
}

export type Session = ReturnType<typeof createSession>;
type Listener = (now: View, before: View) => void;

export const widths = { least: 300, most: 480, usual: 340 } as const;
export const agentLocales = ['en-US', 'de', 'es', 'fr', 'ja', 'pt-BR', 'ar'] as const;

/** `?scheme=dark&width=300&locale=de&role=admin` in the address of the page. */
export function createSession(workspace: Workspace, search: string) {
  const query = new URLSearchParams(search);
  const listeners = new Set<Listener>();
  let view: View = {
    scheme: query.get('scheme') === 'dark' ? 'dark' : 'light',
    width: widthOf(query.get('width')),
    locale: query.get('locale') ?? workspace.agent.locale,
    role: query.get('role') === 'admin' ? 'admin' : 'agent',
    offline: query.has('offline'),
    trayOpen: query.get('tray') !== 'closed',
    appUrl: workspace.app.url,
  };
  return {
    workspace,
    view: (): View => view,
    update(change: Partial<View>) {
      const before = view;
      view = { ...view, ...change };
      listeners.forEach((listener) => {
        listener(view, before);
      });
    },
    /** The returned function unsubscribes. */
    subscribe(listener: Listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    agent: () => ({ ...workspace.agent, locale: view.locale, role: view.role }),
  };
}

function widthOf(text: string | null): number {
  const width = text === null ? NaN : Number(text);
  return Number.isFinite(width) ? clamp(width, widths.least, widths.most) : widths.usual;
}
