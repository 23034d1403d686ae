import type { DeskActions, DeskState } from '../desk/desk';

export type OpenState = Extract<DeskState, { kind: 'open' }>;

export type BlockedState = Exclude<DeskState, { kind: 'open' | 'starting' }>;

/** What the panel handles of the rooms behind the desk, by the desk's own words for it. */
export type SettingProblem = Extract<DeskState, { kind: 'settings-broken' }>['problems'][number];
export type Inserted = Awaited<ReturnType<DeskActions['insertReply']>>;
export type InsertRefusal = Extract<Inserted, { ok: false }>['failure'];
