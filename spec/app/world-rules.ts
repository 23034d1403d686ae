import type { AppEvent, Effect, Hold } from '../../src/app/events';
import type { Ready, State } from '../../src/app/state';
import { sessionOf } from '../../src/app/replies';
import { isVisible } from '../../src/app/investigating';
import { viewOf } from '../../src/app/view';
import { mayDisclose } from '../../src/replies/may-disclose';
import type { Readers } from '../../src/shared/reply-readers';
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
      expect(suggested).toContain(effect.what.reply);
    }
    // Who presses something is looking; what Zendesk says begins nothing while nobody is.
    const isOfZendesk = ['read', 'ticket-read', 'seen', 'network'].includes(event.kind);
    if (effect.do === 'ask' && isOfZendesk) expectSame(isVisible(after.seen), true);
  }
}

export const tellingOf = ({ why }: Hold): readonly string[] =>
  (why.kind === 'strangers' ? why.people : [why]).map((one) => JSON.stringify(one));

/** The rule as it is written: a ticket is saved only with what everybody may read, or the engineer was told. */
export function checkSave(
  { inserted }: State,
  readers: Readers | undefined,
  effects: readonly Effect[],
  told: ReadonlySet<string>,
): void {
  const [answer] = effects;
  if (answer?.do !== 'tell-save') throw new Error('Whoever asks to save is answered at once.');
  if (answer.hold) return;
  const disclosing = inserted.filter(
    ({ where, names }) => where === 'composer' && names.some((name) => name !== 'verify_ownership'),
  );
  for (const { about } of disclosing) {
    if (!readers) {
      expect([...told].some((one) => /unread|another-requester/.test(one))).toBe(true);
    } else if (readers.requester?.id !== about.requesterId) {
      expect([...told].join()).toContain('another-requester');
    } else {
      const disclosure = mayDisclose(about.address, readers);
      const doubts =
        disclosure.kind === 'open'
          ? []
          : disclosure.kind === 'closed'
            ? [disclosure]
            : disclosure.people;
      expect(doubts.filter((one) => !told.has(JSON.stringify(one)))).toEqual([]);
    }
  }
}

const isCurrent = (state: State, run: number): boolean =>
  state.kind === 'ready' && sessionOf(state)?.run.id === run;
