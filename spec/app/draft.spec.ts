import type { Address } from '../../src/address/address';
import { afterSave, afterDraft } from '../../src/app/draft';
import type { InsertedReply, State, Writing } from '../../src/app/state';
import { firstState } from '../../src/app/opening';
import { ok } from '../../src/shared/failure';
import { judgeSave } from '../../src/app/hold-on-submit';
import type { InsertReceipt } from '../../src/zendesk/composer-check';
import { noon } from '../../fixtures/evidence';
import { identity, inCopy, readers } from '../replies/some-readers';

const x = 'jane.doe@example.com' as Address;
const y = 'jane@example.net' as Address;

const receipt = (added: string): InsertReceipt => ({
  format: 'rich',
  ticketId: 1,
  channel: 'email',
  composer: 'publicReply',
  before: '',
  after: added,
  added,
  isGuess: false,
});

const about = (address: Address) => ({ ticketId: 1, requesterId: 1, address });

const reply = (address: Address, change: Partial<InsertedReply> = {}): InsertedReply => ({
  names: ['reseller'],
  about: about(address),
  at: noon,
  where: 'composer',
  sent: undefined,
  otherWords: false,
  receipt: receipt(address),
  canTakeOut: true,
  told: [],
  ...change,
});

const writing: Writing = {
  attempt: 7,
  names: ['reseller'],
  about: about(x),
  told: [],
  otherWords: false,
};

const stateOf = (change: Partial<State>): State =>
  ({
    ...firstState({ network: { isOnline: () => true }, setup: { read: () => '' } }),
    ...change,
  }) as State;

const mallory = readers({
  identities: [identity(x, 'full'), identity(y, 'full')],
  copies: [{ ...inCopy('mal.ory@example.net'), name: 'Mal Ory' }],
});

/** Submitted by readers as they are now: for which address it is held, and the state after that. */
function submit(state: State) {
  const asked = afterSave(state, { kind: 'save-asked', attempt: -1, at: noon });
  if (asked.effects[0]?.do === 'tell-save') return { held: undefined, state: asked.state };
  expect(asked.effects).toEqual([{ do: 'read-for-save', attempt: -1 }]);
  const judged = afterSave(asked.state, {
    kind: 'save-read',
    attempt: -1,
    draft: undefined,
    readers: mallory,
    judge: judgeSave,
    at: noon,
  });
  const [effect] = judged.effects;
  const hold = effect?.do === 'tell-save' ? effect.hold : undefined;
  return { held: hold?.address, state: judged.state };
}

describe('on submit', () => {
  it('a reply that is being put in counts as in the composer', () => {
    const first = submit(stateOf({ writing }));
    expect(first.held).toBe(x);
    expect(submit(first.state).held).toBeUndefined();
  });

  it('a reply that is being taken out is nothing that is being put in', () => {
    const takesOut = receipt(x);
    expect(submit(stateOf({ writing: { ...writing, takesOut } })).held).toBeUndefined();
  });

  it('what was told of a reply about one address is not told of another', () => {
    const first = submit(stateOf({ inserted: [reply(x), reply(y)] }));
    expect(first.held).toBe(y);
    const second = submit(first.state);
    expect(second.held).toBe(x);
    expect(submit(second.state).held).toBeUndefined();
  });

  it('of two replies about one address it is told once', () => {
    const first = submit(stateOf({ inserted: [reply(x), reply(x, { names: ['unconfirmed'] })] }));
    expect(first.held).toBe(x);
    expect(submit(first.state).held).toBeUndefined();
  });
});

it('what is forgotten is what was taken out, whatever was read of the draft meanwhile', () => {
  const [macro, last] = [reply(x), reply(x)];
  const pressed = afterDraft(stateOf({ inserted: [macro, last] }), {
    kind: 'take-out-pressed',
    attempt: 7,
    at: noon,
  });
  // The draft is read before Zendesk says that it was taken out.
  const inserted = [macro, { ...last, canTakeOut: false }];
  const done = afterDraft(
    { ...pressed.state, inserted },
    { kind: 'taken-out', attempt: 7, result: ok(undefined), at: noon },
  );
  expect(done.state.inserted).toMatchObject([{ where: 'composer' }, { where: 'gone' }]);
});
