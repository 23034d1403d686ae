import fc from 'fast-check';
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
import { parseAddress } from '../../src/address/address';
import type { About, AppEvent, Effect, Happening, Ready, State } from '../../src/app/events';
import type { Reading } from '../../src/app/opening';
import { reduce } from '../../src/app/reduce';
import { sessionOf } from '../../src/app/replies';
import { firstState, isVisible } from '../../src/app/session';
import { viewOf } from '../../src/app/view';
import { checks } from '../../src/diagnosis/checks';
import { checkIds } from '../../src/diagnosis/facts';
import type { LookupKey } from '../../src/investigation/investigation';
import type { ReplyText } from '../../src/replies/suggest';
import { failed, ok } from '../../src/shared/failure';
import { parseSettings } from '../../src/zendesk/settings';
import type { TicketFacts } from '../../src/zendesk/ticket';
import { defaultSettings } from '../support/app-under-test';

const parsed = parseSettings(defaultSettings, manifest.domainWhitelist);
if (!parsed.ok) throw new Error('The default settings are broken.');
const settings = parsed.value;

const agent = { locale: 'en', isAdmin: false };

/** Whom Zendesk may say that the ticket is about. */
const nobodyAnswers =
  /^(cancel|check-setup|cancel-setup|load-reply-tools|tell-taken-out|tell-save)$/;

export const people = [
  { id: 31, email: 'jane.doe@example.com' },
  { id: 32, email: 'john.roe@example.com' },
  { id: 33, email: 'kim.lee@example.com' },
] as const;
type Person = (typeof people)[number];

const identityOf = (email: string) => ({
  type: 'email',
  value: email,
  verified: true,
  verificationMethod: 'full',
  primary: true,
  deliverableState: undefined,
});

const ticketOf = ({ id, email }: Person): TicketFacts => ({
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
const addressOf = (text: string) => {
  const address = parseAddress(text);
  if (!address.ok) throw new Error(text);
  return address.value;
};

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

/** What the world does next: of its own accord, or in answer to an effect that is still under way. */
type Move =
  | { readonly kind: 'happen'; readonly happening: Happening }
  | { readonly kind: 'requester'; readonly who: number }
  | {
      readonly kind: 'press';
      readonly way: 'reply' | 'all';
      readonly which: number;
      readonly again: boolean;
    }
  | { readonly kind: 'note'; readonly again: boolean; readonly composeFirst: boolean }
  | { readonly kind: 'answer'; readonly which: number; readonly how: number }
  /** An answer that comes twice, or after nobody waits for it any more. */
  | { readonly kind: 'repeat'; readonly which: number };

const happenings = fc.oneof(
  fc.constantFrom<Happening>(
    { kind: 'ticket-changed' },
    { kind: 'submitted' },
    { kind: 'refresh' },
    { kind: 'run-anyway' },
    { kind: 'requester-change-dismissed' },
    { kind: 'language-chosen', language: 'de' },
    { kind: 'language-chosen', language: undefined },
    { kind: 'seen', change: { inFront: false } },
    { kind: 'seen', change: { inFront: true } },
    { kind: 'seen', change: { unfolded: false } },
    { kind: 'seen', change: { unfolded: true } },
    { kind: 'network', online: false },
    { kind: 'network', online: true },
  ),
  fc
    .constantFrom(...people)
    .map(({ email }): Happening => ({ kind: 'address-selected', address: addressOf(email) })),
  fc
    .constantFrom(...checkIds)
    .chain((check) =>
      fc
        .constantFrom(undefined, ...checks[check].domain)
        .map((value): Happening => ({ kind: 'answered-by-hand', check, value })),
    ),
);

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: happenings.map((happening): Move => ({ kind: 'happen', happening })) },
    { weight: 1, arbitrary: fc.nat(2).map((who): Move => ({ kind: 'requester', who })) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('press' as const),
        way: fc.constantFrom('reply', 'all'),
        which: fc.nat(2),
        again: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('note' as const),
        again: fc.boolean(),
        composeFirst: fc.boolean(),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        which: fc.nat(20),
        how: fc.nat(3),
      }),
    },
    { weight: 1, arbitrary: fc.nat(20).map((which): Move => ({ kind: 'repeat', which })) },
  ),
  { minLength: 10, maxLength: 80 },
);

const textOf = (name: ReplyText['name']): ReplyText => ({
  name,
  html: `<p>${name}</p>`,
  text: name,
  origin: { kind: 'bundled', language: 'en', why: 'not-installed' },
  unresolved: [],
});

/** The world around the reducer: who the ticket is about, what is under way, and who waits to be told. */
export function aWorld() {
  let state: State = firstState(true);
  let at = noon;
  let requester: Person = people[0];
  let attempts = 0;
  const underWay: Effect[] = [{ do: 'read', reading: 0 }];
  const done: Happening[] = [];
  const waiting = new Set<number>();
  const toldTwice: number[] = [];
  let composed: About | undefined;

  function happen(happening: Happening): void {
    at += 1_000;
    const event: AppEvent = { ...happening, at };
    const before = state;
    const step = reduce(before, event);
    checkStep(before, event, step.state, step.effects);
    state = step.state;
    step.effects.forEach((effect) => {
      if (effect.do === 'tell' || effect.do === 'tell-note') {
        if (!waiting.delete(effect.attempt)) toldTwice.push(effect.attempt);
      } else if (!nobodyAnswers.test(effect.do)) {
        underWay.push(effect);
      }
    });
  }

  /** `how` 0: it fails. */
  function answerTo(effect: Effect, how: number): Happening | undefined {
    switch (effect.do) {
      case 'read': {
        const ticket = ticketOf(requester);
        const result: Reading =
          how === 0
            ? { kind: 'zendesk-failed', failure: outage }
            : { kind: 'ready', settings, ticket, agent, visible: true, colorScheme: 'light' };
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
        return { kind: 'readers-read', asked, readers: { ...seen, identities } };
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
        return {
          kind: 'written',
          attempt: effect.attempt,
          result: how === 0 ? failed({ kind: 'not-in-composer' }) : ok({ format: 'rich' } as never),
        };
      case 'post-note':
        return {
          kind: 'note-written',
          attempt: effect.attempt,
          result: how === 0 ? { ok: false, why: 'failed' } : { ok: true },
        };
      case 'read-draft':
        return {
          kind: 'draft-read',
          result: how === 0 ? failed(outage) : ok({ isEmpty: true, holdings: [] }),
        };
      case 'take-out':
        return {
          kind: 'taken-out',
          attempt: effect.attempt,
          result: how === 0 ? failed({ kind: 'draft-changed' }) : ok(undefined),
        };
      case 'check-setup':
      case 'cancel-setup':
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
    // A write is answered by its own promise, and so only once.
    if (effect.do !== 'write' && effect.do !== 'post-note') done.push(happening);
    happen(happening);
  }

  function press(way: 'reply' | 'all', which: number, again: boolean): number {
    const view = viewOf(state);
    const ready =
      view.kind === 'open'
        ? view.replies.flatMap(({ text }) => (text.state === 'ready' ? [text.reply] : []))
        : [];
    const attempt = (attempts += 1);
    waiting.add(attempt);
    const reply = ready[which % Math.max(1, ready.length)] ?? textOf('reseller');
    happen({
      kind: 'insert-pressed',
      attempt,
      press: way === 'reply' ? { way, reply } : { way },
      again,
      toStrangers: [],
    });
    return attempt;
  }

  return {
    state: () => state,
    requester: () => requester,
    waiting,
    toldTwice,
    happen,
    press,
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
            again: move.again,
          });
          return;
        }
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

/** What has to hold at every single step. */
function checkStep(before: State, event: AppEvent, after: State, effects: readonly Effect[]): void {
  if (after.kind === 'ready') {
    const session = sessionOf(after);
    // One address at a time: what is shown, what was asked about, and what was found.
    expect(session?.run.address).toBe(session?.selected.address);
    expect(session?.run.evidence.address).toBe(session?.selected.address);
  }
  if (event.kind === 'answered' && !isCurrent(before, event.run)) {
    expect(after).toBe(before);
    expect(effects).toEqual([]);
  }
  for (const effect of effects) {
    if (effect.do === 'write' || effect.do === 'post-note') {
      const ready = before as Ready;
      expect(ready.requesterInDoubt).toBe(false);
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
    if (effect.do === 'ask' && isOfZendesk) expect(isVisible(after.seen)).toBe(true);
  }
}

const isCurrent = (state: State, run: number): boolean =>
  state.kind === 'ready' && sessionOf(state)?.run.id === run;
