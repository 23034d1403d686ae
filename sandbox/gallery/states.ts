import { minutes, noon } from '../../fixtures/evidence';
import {
  candidate,
  openState,
  replyText,
  requester,
  settings,
  ticket,
} from '../../fixtures/open-state';
import { found } from './evidence';
import { type GalleryState, readerStates } from './reader-states';
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

export const galleryStates: readonly GalleryState[] = [
  ...setupStates,
  { id: 'reseller', title: 'Settled: reseller', state: settled },
  { id: 'wrong-site-reset', title: 'Settled: wrong site', state: openState(found.wrongSite) },
  { id: 'no-reset-mail', title: 'Settled: no reset mail', state: openState(found.noMail) },
  { id: 'unconfirmed', title: 'Settled: not confirmed', state: openState(found.unconfirmed) },
  {
    id: 'reset-not-delivered',
    title: 'Settled: reset not delivered',
    state: openState(found.undelivered, { ticket: undeliverable }),
  },
  { id: 'no-account', title: 'Settled: no account', state: openState(found.noAccount) },
  { id: 'no-known-cause', title: 'Settled: no known cause', state: openState(found.noCause) },
  { id: 'several-causes', title: 'Several causes', state: openState(found.several) },
  {
    id: 'provisional',
    title: 'Provisional: the ticket is fresh',
    state: openState(found.noMail, { ticket: { ...ticket, customerWroteAt: noon - minutes(8) } }),
  },
  { id: 'early', title: 'Early verdict, answers still coming', state: openState(found.early) },
  { id: 'loading', title: 'Loading', state: openState(found.nothingYet) },
  { id: 'starting', title: 'Starting', state: { kind: 'starting' } },
  { id: 'narrowing', title: 'Loading, some causes ruled out', state: openState(found.narrowing) },
  { id: 'one-down', title: 'Open: one source down', state: openState(found.portalLogDown) },
  { id: 'log-cut-off', title: 'Open: a log that was cut off', state: openState(found.logCutOff) },
  { id: 'log-failed', title: 'Open: a log that failed', state: openState(found.logFailed) },
  {
    id: 'customersdot-down',
    title: 'Open: CustomersDot signed out',
    state: openState(found.customersdotDown),
  },
  { id: 'everything-down', title: 'Everything down', state: openState(found.everythingDown) },
  {
    id: 'asking-by-hand',
    title: 'Answering by hand',
    state: openState(found.customersdotDown),
    press: ['Account: enter by hand'],
  },
  {
    id: 'hand-mode',
    title: 'By hand: CustomersDot is not asked',
    state: openState(found.handMode, { settings: { ...settings, lookup: { way: 'by-hand' } } }),
  },
  {
    id: 'doubted-mail',
    title: 'Open: a mail that may be a reset',
    state: openState(found.doubted),
    press: ['All emails as a list'],
  },
  { id: 'by-hand', title: 'Answered by hand', state: openState(found.byHand) },
  { id: 'by-hand-open', title: 'By hand, and open', state: openState(found.byHandOpen) },
  { id: 'half-answered', title: 'Half an answer', state: openState(found.halfAnswered) },
  { id: 'underway', title: 'Open: a reset that is underway', state: openState(found.underway) },
  {
    id: 'underway-refused',
    title: 'Open: a reset that is refused because of us, and still tried',
    state: openState(found.underwayRefused),
    press: ['All emails as a list'],
  },
  {
    id: 'rechecking',
    title: 'Being checked again',
    state: {
      ...settled,
      investigation: { ...settled.investigation, running: true, rechecking: true },
    },
  },
  { id: 'several-accounts', title: 'Several accounts', state: openState(found.severalAccounts) },
  {
    id: 'addresses',
    title: 'Which address?',
    state: openState(found.reseller, { candidates }),
    press: ['3 others'],
  },
  {
    id: 'not-own',
    title: 'Not the requester’s own address',
    state: openState(found.reseller, { candidates, selected: stranger }),
  },
  {
    id: 'near-miss',
    title: 'A slip in the address',
    state: openState(found.noAccount, {
      selected: candidate('jane.doe@gmial.com', 'requester', true),
      nearMiss: 'jane.doe@gmail.com',
    }),
  },
  {
    id: 'long-address',
    title: 'A very long address',
    state: openState(found.longAddress, { selected: long, candidates: [long, ...candidates] }),
    press: ['4 others'],
  },
  ...readerStates,
  {
    id: 'sent',
    title: 'Sent with this ticket',
    state: openState(found.reseller, {
      replies: settled.replies.map((reply) => ({
        ...reply,
        inserted: { at: noon + minutes(1), where: 'sent', canTakeOut: false, otherWords: false },
      })),
    }),
  },
  { id: 'offline', title: 'Offline', state: openState(found.offline, { offline: true }) },
  {
    id: 'inserted',
    title: 'Inserted',
    state: openState(found.reseller, {
      replies: settled.replies.map((reply) => ({
        ...reply,
        inserted: { at: noon + minutes(1), where: 'composer', canTakeOut: true, otherWords: false },
      })),
    }),
  },
  {
    id: 'all-inserted',
    title: 'Several causes, each reply inserted',
    state: {
      ...several,
      replies: several.replies.map((reply) => ({
        ...reply,
        inserted: { at: noon + minutes(1), where: 'composer', canTakeOut: true, otherWords: false },
      })),
    },
  },
  {
    id: 'reply-loading',
    title: 'The reply’s words are still coming',
    state: openState(found.reseller, {
      replies: settled.replies.map((reply) => ({ ...reply, text: { state: 'loading' } })),
    }),
  },
  {
    id: 'reply-unavailable',
    title: 'The reply’s words did not come',
    state: openState(found.reseller, {
      replies: settled.replies.map((reply) => ({ ...reply, text: { state: 'unavailable' } })),
    }),
  },
  {
    id: 'unresolved',
    title: 'A placeholder nothing has filled',
    state: openState(found.reseller, {
      replies: settled.replies.map((reply) => ({
        ...reply,
        text: {
          state: 'ready',
          reply: replyText(reply.suggestion, { unresolved: ['{{ticket.requester.first_name}}'] }),
        },
      })),
    }),
  },
  {
    id: 'decision',
    title: 'How it was decided',
    state: openState(found.wrongSite),
    press: ['How this was decided'],
  },
  {
    id: 'decision-open',
    title: 'How far it is decided',
    state: openState(found.customersdotDown),
    press: ['How this was decided'],
  },
  {
    id: 'unfolded',
    title: 'Everything unfolded at once',
    state: openState(found.customersdotDown),
    press: [
      'Change',
      'Account: enter by hand',
      'Edit first: internal note',
      'How this was decided',
      'All emails as a list',
    ],
  },
  {
    id: 'decision-early',
    title: 'What was not needed, and why',
    state: openState(found.early),
    press: ['How this was decided'],
  },
  {
    id: 'mail-list',
    title: 'All emails as a list',
    state: openState(found.undelivered),
    press: ['All emails as a list', 'What the mail server said'],
  },
  {
    id: 'every-answer',
    title: 'What the mail servers said, and what follows from it',
    state: openState(found.everyAnswer),
    press: ['All emails as a list'],
  },
  {
    id: 'note-refused',
    title: 'Internal note with the words of a mail server',
    state: openState(found.everyAnswer),
    press: ['Edit first: internal note'],
  },
  {
    id: 'note',
    title: 'Internal note, before it is posted',
    state: settled,
    press: ['Edit first: internal note'],
  },
  {
    id: 'outside-zendesk',
    title: 'Outside Zendesk',
    state: { kind: 'outside-zendesk', why: 'not-embedded' },
  },
  {
    id: 'sdk-missing',
    title: 'Zendesk’s script did not load',
    state: { kind: 'outside-zendesk', why: 'sdk-missing' },
  },
  {
    id: 'zendesk-failed',
    title: 'Zendesk did not answer',
    state: {
      kind: 'zendesk-failed',
      failure: { source: 'zendesk', kind: 'timeout', afterMs: 10_000 },
    },
  },
  {
    id: 'no-address',
    title: 'Requester without an address',
    state: {
      kind: 'no-address',
      found: undefined,
      ticket,
      candidates: [candidate('jane@example.org', 'ticket_text')],
    },
  },
  {
    id: 'bad-address',
    title: 'An address that is none',
    state: { kind: 'no-address', found: '<img src=x>@"', ticket, candidates: [] },
  },
  {
    id: 'not-of-interest',
    title: 'Not of interest',
    state: { kind: 'not-of-interest', ticket, candidates: [requester] },
  },
  ...todaysPage,
];
