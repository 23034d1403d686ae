import { failed } from '../shared/result';
import type { Desk, DeskState } from './state';

type Outside = Extract<DeskState, { kind: 'outside-zendesk' }>;

/** There is no ticket to do anything with: the panel says why, and every action comes to nothing. */
export function outsideDesk(why: Outside['why']): Desk {
  const state: Outside = { kind: 'outside-zendesk', why };
  const nothing = (): void => undefined;
  const notInserted = () => Promise.resolve(failed({ kind: 'not-suggested' } as const));
  return {
    getState: () => state,
    subscribe: () => nothing,
    selectAddress: () => ({ ok: false, problem: 'not-ready' }),
    runAnyway: nothing,
    refresh: nothing,
    answerByHand: nothing,
    chooseReplyLanguage: nothing,
    insertReply: notInserted,
    insertAll: notInserted,
    applyMacro: notInserted,
    takeOut: () => Promise.resolve(failed({ kind: 'nothing' })),
    copy: () => Promise.resolve(false),
    composeNote: () => Promise.resolve(undefined),
    postNote: () => Promise.resolve({ ok: false, why: 'unsaved-ticket' }),
    dismissRequesterChange: nothing,
  };
}
