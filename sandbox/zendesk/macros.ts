import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface MacroAction {
  readonly field: string;
  readonly value: unknown;
}

export interface Macro {
  readonly id: number;
  readonly identifier: string;
  readonly title: string;
  readonly description: string;
  readonly active: boolean;
  readonly actions: readonly MacroAction[];
}

interface Requirements {
  readonly macros?: Readonly<
    Record<string, Partial<Pick<Macro, 'title' | 'description' | 'active' | 'actions'>>>
  >;
}

/** What Zendesk creates when the app is installed. */
export function readMacros(folder: string): readonly Macro[] {
  const path = resolve(folder, 'requirements.json');
  return existsSync(path) ? macrosOf(JSON.parse(readFileSync(path, 'utf8')) as Requirements) : [];
}

export function macrosOf({ macros = {} }: Requirements): readonly Macro[] {
  return Object.entries(macros).map(([identifier, macro], index) => ({
    id: 360_000_001 + index,
    identifier,
    ...{ title: identifier, description: '', active: true, actions: [], ...macro },
  }));
}

/** As `GET /api/v2/macros/{id}` has it. */
export function macroJson({ identifier: _, ...macro }: Macro, active: boolean) {
  return {
    macro: {
      url: `https://sandbox.zendesk.com/api/v2/macros/${macro.id}.json`,
      ...macro,
      active: macro.active && active,
      position: 10,
      restriction: null,
      default: false,
      created_at: '2025-01-07T09:00:00Z',
      updated_at: '2025-01-07T09:00:00Z',
    },
  };
}
