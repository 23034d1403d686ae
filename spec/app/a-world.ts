import {
  accountAnswer,
  gitlabLog,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import { ticket as jane } from '../../fixtures/open-state';
import manifest from '../../manifest.json';
import type { AppEvent, Effect, Happening, Hold } from '../../src/app/events';
import { judgeSave } from '../../src/app/hold-on-submit';
import type { StrangersRefusal } from '../../src/app/panel-contract';
import type { About, Ready, Session, State } from '../../src/app/state';
import type { FirstReading } from '../../src/app/opening';
import { reduce } from '../../src/app/reduce';
import { sessionOf } from '../../src/app/replies';
import { firstState } from '../../src/app/opening';
import { viewOf } from '../../src/app/view';
import type { LookupKey } from '../../src/investigation/investigation';
import type { ReplyText } from '../../src/replies/suggest';
import { failed, ok } from '../../src/shared/failure';
import type { Readers } from '../../src/shared/reply';
import { parseSettings } from '../../src/zendesk/settings';
import type { Ticket } from '../../src/zendesk/ticket';
import { defaultSettings } from '../support/app-under-test';
import { people, type Move, type Person, type Truth } from './some-moves';
import { reportOf } from './setup-rules';
import { aDraft, isUnread } from './a-draft';
import { checkRemembered, checkSave, checkStep, tellingOf } from './world-rules';

const parsed = parseSettings(defaultSettings, manifest.domainWhitelist);
if (!parsed.ok) throw new Error('The default settings are broken.');
const settings = parsed.value;

const agent = { locale: 'en', isAdmin: false };

const nobodyAnswers = /^(cancel|cancel-setup|load-reply-tools|tell-taken-out|tell-save)$/;

const identityOf = (email: string) => ({
  type: 'email',
  value: email,
  verified: true,
  verificationMethod: 'full',
  primary: true,
  deliverableState: undefined,
});

const ticketOf = ({ id, email }: Person): Ticket => ({
  ...jane,
  readers: { ...jane.readers, requester: { id, address: email }, identities: undefined },
  requester: {
    id,
    email,
    name: 'A customer',
    locale: 'en-US',
    identities: [identityOf(email)],
  },
});

/** The ticket as it was read while it was about this person. */
export const firstReadingOf = (person: Person): FirstReading => ({
  kind: 'ready',
  settings,
  ticket: ticketOf(person),
  agent,
  visible: true,
  colorScheme: 'light',
});

export const outage = { source: 'zendesk', kind: 'timeout', afterMs: 10_000 } as const;
const answers: Readonly<Record<LookupKey, readonly unknown[]>> = {
  customersdot: [
    accountAnswer(portalAccount()),
    accountAnswer(portalAccount({ confirmedAt: null })),
    accountAnswer(),
  ],
  portal_log: [portalLog(), portalLog(resetMail('bounced')), portalLog(resetMail('delivered'))],
  gitlab_log: [gitlabLog(), gitlabLog(resetMail('delivered'))],
  suppressions: [[]],
};

const stranger = {
  id: 9,
  name: 'Mal Ory',
  address: 'mal.ory@example.net',
  isStaff: false,
} as const;
const textOf = (name: ReplyText['name']): ReplyText => ({
  name,
  html: `<p>${name}</p>`,
  text: name,
  origin: { kind: 'bundled', language: 'en', why: 'not-installed' },
  unresolved: [],
});

const beginning = { network: { isOnline: () => true }, setup: { read: () => '' } };

/** The world around the reducer: who the ticket is about, what is under way, and who waits to be told. */
export function aWorld() {
  let state: State = firstState(beginning);
  let at = noon;
  let requester: Person = people[0];
  let attempts = 0;
  const underWay: Effect[] = [{ do: 'read', reading: 0 }];
  const done: Happening[] = [];
  const waiting = new Set<number>();
  const toldTwice: number[] = [];
  let composed: About | undefined;
  let truth: Truth = 'the customer';
  /** Of whom or of what the engineer was told, by a hold or before inserting. */
  const told = new Set<string>();
  const holds: Hold[] = [];

  const draft = aDraft();
  /** The last refusal that named strangers: the engineer confirms these. */
  const refused: { last?: StrangersRefusal | undefined } = {};

  const readersNow = (): Readers => ({
    ...ticketOf(requester).readers,
    savedRequester: requester.id,
    identities: [identityOf(requester.email)],
    ...(truth === 'a stranger too' ? { copies: [stranger] } : {}),
    ...(truth === 'a chat' ? { channel: 'whatsapp' } : {}),
  });

  function happen(happening: Happening): void {
    at += 1_000;
    const event: AppEvent = { ...happening, at };
    const before = state;
    const step = reduce(before, event);
    checkStep(before, event, step.state, step.effects);
    const readers = event.kind === 'save-read' ? event.readers : undefined;
    if (event.kind === 'save-read') {
      // Once it is known who reads, not to know it is another doubt.
      if (readers) [...told].filter(isUnread).forEach((one) => told.delete(one));
      checkSave(draft.standing(before, event), readers, step.effects, told);
    }
    draft.saw(before, event);
    checkRemembered(step.state, draft.written, draft.surelyGone);
    state = step.state;
    step.effects.forEach((effect) => {
      if (effect.do === 'tell-save' && effect.hold) {
        holds.push(effect.hold);
        const { id } = readers?.requester ?? (before as Partial<Ready>).ticket?.requester ?? {};
        tellingOf(effect.hold, readers, id).forEach((one) => told.add(one));
      }
      if (effect.do === 'tell' && !effect.result.ok && effect.result.failure.kind === 'strangers') {
        refused.last = effect.result.failure;
      }
      if (effect.do === 'tell' || effect.do === 'tell-note' || effect.do === 'tell-save') {
        if (!waiting.delete(effect.attempt)) toldTwice.push(effect.attempt);
      } else if (effect.do === 'search-ticket') {
        // At once: what waits to be answered is to be what the properties are about.
        happen({
          kind: 'ticket-searched',
          mark: effect.mark,
          found: { addresses: ['stray@example.net'], hasWord: false },
        });
      } else if (!nobodyAnswers.test(effect.do)) {
        underWay.push(effect);
      }
    });
  }

  /** `how` 0: it fails. */
  function answerTo(effect: Effect, how: number): Happening | undefined {
    switch (effect.do) {
      case 'read': {
        const result: FirstReading =
          how === 0 ? { kind: 'zendesk-failed', failure: outage } : firstReadingOf(requester);
        return { kind: 'read', reading: effect.reading, result };
      }
      case 'read-ticket': {
        const ticket = ticketOf(requester);
        const reading = { ticket, agent, colorScheme: 'light', visible: true } as const;
        return {
          kind: 'ticket-read',
          reading: effect.reading,
          result: how === 0 ? failed(outage) : ok(reading),
        };
      }
      case 'read-readers': {
        const { asked, seen } = effect;
        const identities = how === 0 ? undefined : [identityOf(seen.requester?.address ?? '')];
        const { copies, channel } = readersNow();
        return {
          kind: 'readers-read',
          asked,
          readers: { ...seen, savedRequester: seen.requester?.id, identities, copies, channel },
        };
      }
      case 'ask': {
        const { run, key } = effect.question;
        const values = answers[key];
        const result =
          how === 0
            ? failed({ source: key, kind: 'unreachable' } as const)
            : ok(values[how % values.length]);
        return { kind: 'answered', run, key, askedAt: at, result };
      }
      case 'find-text':
        return {
          kind: 'text-found',
          of: effect.of,
          key: effect.key,
          text: how === 0 ? undefined : textOf(effect.name),
        };
      case 'write':
        return { kind: 'written', attempt: effect.attempt, ...draft.write(effect.attempt, how) };
      case 'read-for-save':
        return {
          kind: 'save-read',
          attempt: effect.attempt,
          draft: draft.read(state, how),
          readers: how === 0 ? undefined : readersNow(),
          judge: judgeSave,
        };
      case 'post-note':
        return {
          kind: 'note-written',
          attempt: effect.attempt,
          result: how === 0 ? { ok: false, why: 'failed' } : { ok: true },
        };
      case 'read-draft': {
        const read = draft.read(state, how);
        return { kind: 'draft-read', result: read ? ok(read) : failed(outage) };
      }
      case 'take-out': {
        const isTaken = how !== 0 && draft.takeOut(effect.receipt);
        const result = isTaken ? ok(undefined) : failed({ kind: 'draft-changed' } as const);
        return { kind: 'taken-out', attempt: effect.attempt, result };
      }
      case 'check-setup':
        return reportOf(effect.check, how);
      case 'cancel-setup':
      case 'search-ticket':
      case 'tell-taken-out':
      case 'tell-save':
      case 'cancel':
      case 'load-reply-tools':
      case 'tell':
      case 'tell-note':
        return undefined;
    }
  }

  function answer(which: number, how: number): void {
    const [effect] = underWay.splice(which % Math.max(1, underWay.length), 1);
    const happening = effect && answerTo(effect, how);
    if (!happening) return;
    // A check tells of every step, and then that it is done.
    if (effect.do === 'check-setup' && how === 3) underWay.push(effect);
    // These are answered by a promise of their own, and so only once.
    if (!/^(write|post-note|read-for-save|read-draft|take-out)$/.test(effect.do))
      done.push(happening);
    happen(happening);
  }

  /** `again`: the engineer goes on in spite of whatever is asked. */
  function press(way: 'reply' | 'all', which: number, again: boolean): number {
    refused.last = undefined;
    const attempt = pressOnce(way, which, again);
    const { last } = refused as { last?: StrangersRefusal };
    if (!again || !last) return attempt;
    const { address } = (state as Ready & { stage: { session: Session } }).stage.session.selected;
    last.people.forEach((one) => told.add(`${address} ${JSON.stringify(one)}`));
    return pressOnce(way, which, again);
  }

  function pressOnce(way: 'reply' | 'all', which: number, again: boolean): number {
    const view = viewOf(state);
    const ready =
      view.kind === 'open'
        ? view.replies.flatMap(({ text }) => (text.state === 'ready' ? [text.reply] : []))
        : [];
    const attempt = (attempts += 1);
    waiting.add(attempt);
    const reply = ready[which % Math.max(1, ready.length)] ?? textOf('reseller');
    const what = way === 'reply' ? { way, reply } : { way };
    happen({ kind: 'insert-pressed', attempt, press: what, again, confirmed: refused.last });
    return attempt;
  }

  function save(): number {
    const attempt = (attempts += 1);
    waiting.add(attempt);
    happen({ kind: 'save-asked', attempt });
    return attempt;
  }

  return {
    state: () => state,
    requester: () => requester,
    waiting,
    toldTwice,
    holds,
    happen,
    press,
    save,
    wait(ms: number): void {
      at += ms;
    },
    move(move: Move): void {
      switch (move.kind) {
        case 'happen':
          happen(move.happening);
          return;
        case 'requester':
          requester = people[move.who % people.length]!;
          happen({ kind: 'requester-changed' });
          return;
        case 'press':
          press(move.way, move.which, move.again);
          return;
        case 'note': {
          const session = state.kind === 'ready' ? sessionOf(state) : undefined;
          if ((move.composeFirst || !composed) && state.kind === 'ready' && session) {
            const { ticket } = state;
            composed = {
              ticketId: ticket.id,
              requesterId: ticket.requester?.id,
              address: session.selected.address,
            };
          }
          if (!composed) return;
          const attempt = (attempts += 1);
          waiting.add(attempt);
          happen({
            kind: 'note-pressed',
            attempt,
            html: '<p>Note</p>',
            about: composed,
            told: move.again ? ['already-posted', 'shared-ticket', 'sharing-unknown'] : [],
          });
          return;
        }
        case 'readers':
          truth = move.who;
          return;
        case 'save':
          save();
          return;
        case 'edit':
          draft.edit(move.which, move.back);
          happen({ kind: 'draft-changed' });
          return;
        case 'answer':
          answer(move.which, move.how);
          return;
        case 'repeat': {
          const again = done[move.which % Math.max(1, done.length)];
          if (again) happen(again);
        }
      }
    },
    /** Everything that is under way is answered well, until nothing is. */
    settle(): void {
      for (let turn = 0; underWay.length > 0; turn += 1) {
        if (turn > 500) throw new Error('It never settles.');
        answer(0, 1);
      }
    },
  };
}
