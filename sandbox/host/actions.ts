import type { Composer, CommentType } from './composer';
import { PathError } from './paths';

/** What an app may do to one ticket's tab. */
export interface ActionPorts {
  readonly composer: Composer;
  resize(size: { readonly width?: unknown; readonly height?: unknown }): void;
  notify(text: string, kind: string): void;
  applyMacro(id: number): Promise<void>;
}

type Action = (ports: ActionPorts, args: readonly unknown[]) => unknown;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const appendHtml: Action = ({ composer }, [html]) => {
  composer.append(text(html));
};
const appendText: Action = ({ composer }, [plain]) => {
  composer.appendText(text(plain));
};

const actions: Readonly<Record<string, Action>> = {
  'ticket.editor.insert': ({ composer }, [html]) => {
    composer.insertAtCursor(text(html));
  },
  'ticket.comment.appendHtml': appendHtml,
  'comment.appendHtml': appendHtml,
  'ticket.comment.appendText': appendText,
  'comment.appendText': appendText,
  macro: ({ applyMacro }, [id]) => applyMacro(Number(id)),
  resize: ({ resize }, [size]) => {
    resize(size ?? {});
  },
  notify: ({ notify }, [message, kind]) => {
    notify(text(message), text(kind) || 'notice');
  },
  // The official SDK reports clicks and hovers, and waits for the answer.
  track: () => null,
};

/** `client.invoke` of one action. */
export async function runAction(
  name: string,
  args: readonly unknown[],
  ports: ActionPorts,
): Promise<unknown> {
  const action = actions[name];
  if (!action) throw new PathError('is not available in this location');
  return (await action(ports, args)) ?? null;
}

/** `client.set` of one path. */
export function setPath(path: string, value: unknown, composer: Composer): unknown {
  switch (path.replace(/^ticket\./, '')) {
    case 'comment.text':
      composer.setText(text(value));
      return composer.text();
    case 'comment.type':
      if (value === 'publicReply' || value === 'internalNote') {
        composer.setType(value satisfies CommentType);
      }
      return composer.type();
    default:
      throw new PathError('cannot be set');
  }
}
