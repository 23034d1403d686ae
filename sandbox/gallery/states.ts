import { minutes, noon } from '../../fixtures/evidence';
import {
  candidate,
  openState,
  readyText,
  requester,
  settings,
  ticket,
} from '../../fixtures/open-state';
import type { AppState, ReplyState } from '../../src/app/panel-contract';
import { found } from './evidence';
import { type GalleryState, readerStates, seen } from './reader-states';
import { todaysPage } from './todays-page';
import { setupStates } from './setup-states';

const candidates = [
  requester,
  candidate('j.doe@example.org', 'identity', true),
  candidate('billing@example.com', 'subscription_field'),
  candidate('colleague@example.com', 'cc'),
];

const stranger = candidate('billing@example.com', 'subscription_field');
const long = candidate(
  'a-very-long-name.with-many-parts+and-a-tag@subdomain.of-a-department.example.com',
  'requester',
  true,
);
const settled = openState(found.reseller);
const several = openState(found.several);
const undeliverable = {
  ...ticket,
  requester: ticket.requester && {
    ...ticket.requester,
    identities: ticket.requester.identities.map((identity) => ({
      ...identity,
      deliverableState: 'undeliverable',
    })),
  },
};

const shown = (id: string, title: string, state: AppState): GalleryState => ({ id, title, state });

/** Every reply of a settled ticket, changed alike. */
const replies = (
  change: (reply: ReplyState) => Partial<ReplyState>,
  of: typeof settled = settled,
): typeof settled => ({
  ...of,
  replies: of.replies.map((reply) => ({ ...reply, ...change(reply) })),
});

const insertedAt = (where: 'composer' | 'sent', canTakeOut: boolean) => ({
  inserted: { at: noon + minutes(1), where, canTakeOut, otherWords: false },
});

export const galleryStates: readonly GalleryState[] = [
  ...setupStates,
  seen('reseller', 'Settled: reseller', found.reseller),
  seen('wrong-site-reset', 'Settled: wrong site', found.wrongSite),
  seen('no-reset-mail', 'Settled: no reset mail', found.noMail),
  seen('unconfirmed', 'Settled: not confirmed', found.unconfirmed),
  seen('reset-not-delivered', 'Settled: reset not delivered', found.undelivered, [], {
    ticket: undeliverable,
  }),
  seen('no-account', 'Settled: no account', found.noAccount),
  seen('no-known-cause', 'Settled: no known cause', found.noCause),
  seen('several-causes', 'Several causes', found.several),
  seen('provisional', 'Provisional: the ticket is fresh', found.noMail, [], {
    ticket: { ...ticket, customerWroteAt: noon - minutes(8) },
  }),
  seen('early', 'Early verdict, answers still coming', found.early),
  seen('loading', 'Loading', found.nothingYet),
  shown('starting', 'Starting', { kind: 'starting' }),
  seen('narrowing', 'Loading, some causes ruled out', found.narrowing),
  seen('one-down', 'Open: one source down', found.portalLogDown),
  seen('log-cut-off', 'Open: a log that was cut off', found.logCutOff),
  seen('log-failed', 'Open: a log that failed', found.logFailed),
  seen('customersdot-down', 'Open: CustomersDot signed out', found.customersdotDown),
  seen('everything-down', 'Everything down', found.everythingDown),
  seen('asking-by-hand', 'Answering by hand', found.customersdotDown, ['Account: enter by hand']),
  seen('hand-mode', 'By hand: CustomersDot is not asked', found.handMode, [], {
    settings: { ...settings, lookup: { way: 'by-hand' } },
  }),
  seen('hand-mode-down', 'By hand, and both logs are down', found.handModeDown, [], {
    settings: { ...settings, lookup: { way: 'by-hand' } },
  }),
  seen('doubted-mail', 'Open: a mail that may be a reset', found.doubted, ['All emails as a list']),
  seen('by-hand', 'Answered by hand', found.byHand),
  seen('by-hand-open', 'By hand, and open', found.byHandOpen),
  seen('half-answered', 'Half an answer', found.halfAnswered),
  seen('underway', 'Open: a reset that is underway', found.underway),
  seen(
    'underway-refused',
    'Open: a reset that is refused because of us, and still tried',
    found.underwayRefused,
    ['All emails as a list'],
  ),
  shown('rechecking', 'Being checked again', {
    ...settled,
    investigation: { ...settled.investigation, running: true, rechecking: true },
  }),
  seen('unreached', 'No source could be reached', found.unreached, [], {
    disclosure: { kind: 'closed', why: { kind: 'unknown', what: 'identities' } },
  }),
  shown('offline-from-the-start', 'Offline, nothing known', {
    ...openState(found.unreached),
    offline: true,
  }),
  shown('kept', 'A refresh that reached nobody', {
    ...settled,
    investigation: { ...settled.investigation, cutOff: true },
  }),
  seen('several-accounts', 'Several accounts', found.severalAccounts),
  seen('which-account', 'Which account?', found.severalAccounts, ['Account used: enter by hand']),
  seen('which-account-none', 'Which account? None of these', found.severalAccounts, [
    'Account used: enter by hand',
    'None of these: Which account does the customer use?',
  ]),
  seen('account-chosen', 'The account the customer uses', found.accountChosen),
  seen('account-chosen-open', 'The account chosen, another check open', found.accountChosenOpen, [
    'Portal reset email: enter by hand',
  ]),
  seen('addresses', 'Which address?', found.reseller, ['4 addresses'], { candidates }),
  seen('not-own', 'Not the requester’s own address', found.reseller, [], {
    candidates,
    selected: stranger,
  }),
  seen('near-miss', 'A slip in the address', found.noAccount, [], {
    selected: candidate('jane.doe@gmial.com', 'requester', true),
    nearMiss: 'jane.doe@gmail.com',
  }),
  seen('long-address', 'A very long address', found.longAddress, ['5 addresses'], {
    selected: long,
    candidates: [long, ...candidates],
  }),
  ...readerStates,
  shown(
    'sent',
    'Sent with this ticket',
    replies(() => insertedAt('sent', false)),
  ),
  shown('offline', 'Offline', openState(found.offline, { offline: true })),
  shown(
    'inserted',
    'Inserted',
    replies(() => insertedAt('composer', true)),
  ),
  shown(
    'all-inserted',
    'Several causes, each reply inserted',
    replies(() => insertedAt('composer', true), several),
  ),
  shown(
    'reply-loading',
    'The reply’s words are still coming',
    replies(() => ({ text: { state: 'loading' } })),
  ),
  shown(
    'reply-unavailable',
    'The reply’s words did not come',
    replies(() => ({ text: { state: 'unavailable' } })),
  ),
  shown(
    'unresolved',
    'A placeholder nothing has filled',
    replies(({ suggestion }) => ({
      text: readyText(suggestion, { unresolved: ['{{ticket.requester.first_name}}'] }),
    })),
  ),
  seen('decision', 'How it was decided', found.wrongSite, ['How this was decided']),
  seen('decision-open', 'How far it is decided', found.customersdotDown, ['How this was decided']),
  seen('unfolded', 'Everything unfolded at once', found.customersdotDown, [
    'Change',
    'Account: enter by hand',
    'Edit first: internal note',
    'How this was decided',
    'All emails as a list',
  ]),
  seen('decision-early', 'What was not needed, and why', found.early, ['How this was decided']),
  seen('mail-list', 'All emails as a list', found.undelivered, [
    'All emails as a list',
    'What the mail server said',
  ]),
  seen('every-answer', 'What the mail servers said, and what follows from it', found.everyAnswer, [
    'All emails as a list',
  ]),
  seen('note-refused', 'Internal note with the words of a mail server', found.everyAnswer, [
    'Edit first: internal note',
  ]),
  seen('note', 'Internal note, before it is posted', found.reseller, ['Edit first: internal note']),
  shown('outside-zendesk', 'Outside Zendesk', { kind: 'outside-zendesk', why: 'not-embedded' }),
  shown('sdk-missing', 'Zendesk’s script did not load', {
    kind: 'outside-zendesk',
    why: 'sdk-missing',
  }),
  shown('zendesk-failed', 'Zendesk did not answer', {
    kind: 'zendesk-failed',
    failure: { source: 'zendesk', kind: 'timeout', afterMs: 10_000 },
  }),
  shown('no-address', 'Requester without an address', {
    kind: 'no-address',
    found: undefined,
    ticket,
    candidates: [candidate('jane@example.org', 'ticket_text')],
  }),
  shown('bad-address', 'An address that is none', {
    kind: 'no-address',
    found: '<img src=x>@"',
    ticket,
    candidates: [],
  }),
  shown('not-of-interest', 'Not of interest', {
    kind: 'not-of-interest',
    ticket,
    candidates: [requester],
  }),
  ...todaysPage,
];
