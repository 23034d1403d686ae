import type { AppEvent, Effect, Hold } from '../../src/app/events';
import type { InsertedReply, Ready, State } from '../../src/app/state';
import { sessionOf } from '../../src/app/replies';
import { isVisible } from '../../src/app/investigating';
import { viewOf } from '../../src/app/view';
import { mayDisclose } from '../../src/replies/may-disclose';
import type { Readers } from '../../src/shared/reply';
import type { InsertReceipt } from '../../src/zendesk/composer-check';
import { checkSetup, expectSame } from './setup-rules';

/** What has to hold at every single step. */
export function checkStep(
  before: State,
  event: AppEvent,
  after: State,
  effects: readonly Effect[],
): void {
  if (after.kind === 'ready') {
    const session = sessionOf(after);
    // One address at a time: what is shown, what was asked about, and what was found.
    expectSame(session?.run.address, session?.selected.address);
    expectSame(session?.run.evidence.address, session?.selected.address);
  }
  checkSetup(before, event, after, effects);
  if (event.kind === 'answered' && !isCurrent(before, event.run)) {
    expectSame(after, before);
    expectSame(effects.length, 0);
  }
  for (const effect of effects) {
    if (effect.do === 'write' || effect.do === 'post-note') {
      const ready = before as Ready;
      expectSame(ready.requesterInDoubt, false);
      expect(effect.about).toEqual({
        ticketId: ready.ticket.id,
        requesterId: ready.ticket.requester?.id,
        address: sessionOf(ready)?.selected.address,
      });
    }
    if (effect.do === 'write' && effect.what.way === 'reply') {
      const view = viewOf(before);
      const suggested =
        view.kind === 'open'
          ? view.replies.flatMap(({ text }) => (text.state === 'ready' ? [text.reply] : []))
          : [];
      expectSame(suggested.includes(effect.what.reply), true);
    }
    // Who presses something is looking; what Zendesk says begins nothing while nobody is.
    const isOfZendesk = ['read', 'ticket-read', 'visibility', 'network'].includes(event.kind);
    if (effect.do === 'ask' && isOfZendesk) expectSame(isVisible(after.visibility), true);
  }
}

/** What the engineer is told by a hold, about which address. `requesterId`: as the app knows it. */
export const tellingOf = (
  { address, whys }: Hold,
  readers: Readers | undefined,
  requesterId: number | undefined,
): readonly string[] => whys.flatMap((why) => doubts(address, why, readers, requesterId));

const doubts = (
  address: string,
  why: Hold['whys'][number],
  readers: Readers | undefined,
  requesterId = readers?.requester?.id,
): readonly string[] => {
  switch (why.kind) {
    case 'another-requester':
      return [`${address} requester ${String(requesterId)}`];
    case 'unread':
    case 'read-by-others':
    case 'former':
    case 'note':
      return [`${address} ${why.kind}`];
    case 'closed':
      return [`${address} ${JSON.stringify([why.why, readers?.channel])}`];
    case 'strangers':
      return why.people.map((one) => `${address} ${JSON.stringify(one)}`);
  }
};

/** The rule as it is written: a ticket is saved only with what everybody may read, or the engineer was told. */
export function checkSave(
  standing: readonly InsertedReply[],
  readers: Readers | undefined,
  effects: readonly Effect[],
  told: ReadonlySet<string>,
): void {
  const [answer] = effects;
  if (answer?.do !== 'tell-save') throw new Error('Whoever asks to save is answered at once.');
  if (answer.hold) return;
  const disclosing = standing.filter(({ names }) =>
    names.some((name) => name !== 'verify_ownership'),
  );
  for (const { about } of disclosing) {
    const expected = !readers
      ? [`${about.address} unread`]
      : readers.requester?.id !== about.requesterId
        ? doubts(about.address, { kind: 'another-requester' }, readers)
        : doubtsOf(about.address, readers);
    expectSame(expected.filter((one) => !told.has(one)).join(', '), '');
  }
}

function doubtsOf(address: string, readers: Readers): readonly string[] {
  const disclosure = mayDisclose(address, readers);
  return disclosure.kind === 'open' ? [] : doubts(address, disclosure, readers);
}

/**
 * What may be in the composer is known until a reading is without it, it was taken out, or the ticket saved with it.
 * `surelyGone`: of which receipts that is so.
 */
export function checkRemembered(
  { inserted }: State,
  written: readonly InsertReceipt[],
  surelyGone: ReadonlySet<InsertReceipt | undefined>,
): void {
  const isLost = written.some((one) => !inserted.some(({ receipt }) => receipt === one));
  const isForgotten = inserted.some(
    ({ where, receipt }) => where === 'gone' && !surelyGone.has(receipt),
  );
  expectSame(isLost, false);
  expectSame(isForgotten, false);
}

const isCurrent = (state: State, run: number): boolean =>
  state.kind === 'ready' && sessionOf(state)?.run.id === run;
