import type { Clock } from '../lib/clock';
import type { Failure } from '../lib/failure';
import type { ReplyName } from '../lib/reply-name';
import { getPaths, type ZafClient } from './client';
import { macroComment } from './macro-comment';
import { fieldsOf, idOf, textOf } from './read-value';
import type { Settings } from './settings';
import { askZendesk } from './zendesk-api';

/** A macro with its comment as it would read in this ticket. Not sanitised. */
export interface FoundMacro {
  readonly kind: 'found';
  readonly macroId: number;
  readonly title: string;
  readonly html: string;
  readonly text: string;
  /** The admin's own, named in the settings, rather than the one installed with the app. */
  readonly ownMacro: boolean;
}

export interface NoMacro {
  readonly kind:
    'not-installed' | 'missing' | 'inactive' | 'forbidden' | 'failed' | 'unsaved-ticket';
}

export interface Macros {
  find(
    name: ReplyName,
    macroIds: Settings['macroIds'],
    ticketId: number | undefined,
  ): Promise<FoundMacro | NoMacro>;
}

export function createMacros(client: ZafClient, clock: Clock): Macros {
  /** What the app's requirements.json created at installation; none under `zcli apps:server`. */
  async function installed(name: ReplyName): Promise<number | undefined> {
    const path = `requirement:portal_sign_in_${name}`;
    const paths = await getPaths(client, clock, [path]);
    return paths.ok ? idOf(fieldsOf(paths.value[path])['requirement_id']) : undefined;
  }

  return {
    async find(name, macroIds, ticketId) {
      if (ticketId === undefined) return { kind: 'unsaved-ticket' };
      const own = macroIds[name];
      const macroId = own ?? (await installed(name));
      if (macroId === undefined) return { kind: 'not-installed' };

      const [macro, preview] = await Promise.all([
        askZendesk(client, clock, { method: 'GET', path: `/api/v2/macros/${macroId}.json` }),
        askZendesk(client, clock, {
          method: 'GET',
          path: `/api/v2/tickets/${ticketId}/macros/${macroId}/apply.json`,
        }),
      ]);
      if (!macro.ok) return { kind: reasonOf(macro.failure) };
      const { active, title } = fieldsOf(fieldsOf(macro.value)['macro']);
      if (active === false) return { kind: 'inactive' };
      if (!preview.ok) return { kind: reasonOf(preview.failure) };

      const comment = macroComment(preview.value);
      if (!comment) return { kind: 'failed' };
      const found = { macroId, title: textOf(title) ?? '', ownMacro: own !== undefined };
      return { kind: 'found', ...found, ...comment };
    },
  };
}

function reasonOf({ kind }: Failure): NoMacro['kind'] {
  if (kind === 'not-found') return 'missing';
  return kind === 'forbidden' ? 'forbidden' : 'failed';
}
