import { given } from '../../src/diagnosis/editions/given';
import { days, jane, minutes, noon } from '../../spec/support/evidence';
import type { Address } from '../../src/address/address';
import type { AddressCandidate } from '../../src/address/candidates';
import { consoleLinks } from '../../src/app/console-links';
import type { DeskState, ReplyState } from '../../src/app/state';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Mail } from '../../src/diagnosis/answers';
import type { Evidence, Lookup } from '../../src/diagnosis/evidence';
import { bundledReply } from '../../src/replies/bundled-reply';
import type { ReplyCatalogue } from '../../src/replies/catalogue';
import type { ReplyOrigin, ReplyText, SuggestedReply } from '../../src/replies/reply';
import { replyWarnings, suggestReplies } from '../../src/replies/suggest';
import type { Clock } from '../../src/shared/clock';
import type { Failure, Source } from '../../src/shared/failure';
import type { Settings } from '../../src/zendesk/settings';
import type { TicketFacts } from '../../src/zendesk/ticket';
import replyWords from '../../translations/replies/en.json';

export type OpenState = Extract<DeskState, { kind: 'open' }>;

/** Every picture of the gallery is taken at this moment. */
export const now = noon + minutes(2);

/** Every state is shown as it is once the panel has waited for what it waits for. */
export const impatientClock: Clock = {
  now: () => now,
  after(_, callback) {
    callback();
    return () => undefined;
  },
};

const settings: Settings = {
  customersdotHost: 'customers.gitlab.com',
  customersdotLookupPath: '/admin/customer/export?query={email}',
  mailgunRegion: 'us',
  portalMailDomain: 'customers.gitlab.com',
  gitlabMailDomain: 'mg.gitlab.com',
  resetSubjects: ['Reset password instructions'],
  confirmationSubjects: ['Confirmation instructions'],
  logWindowDays: 30,
  subscriptionEmailField: undefined,
  autoRunForms: [],
  autoRunTags: [],
  autoRunWords: [],
  macroIds: {},
};

export const ticket: TicketFacts = {
  id: 4711,
  requester: {
    id: 900,
    name: 'Jane Doe',
    email: jane,
    locale: 'en-US',
    identities: [
      {
        type: 'email',
        value: jane,
        verified: true,
        primary: true,
        deliverableState: 'deliverable',
      },
    ],
  },
  subject: 'Cannot sign in to the customers portal',
  text: 'I reset my password and still cannot sign in.',
  tags: [],
  formId: undefined,
  createdAt: noon - days(1),
  customerWroteAt: noon - days(1),
  ccs: [],
  subscriptionEmail: undefined,
  channel: { name: 'web', richText: true },
  composer: 'publicReply',
};

export const candidate = (
  address: string,
  origin: AddressCandidate['origin'],
  own = false,
): AddressCandidate => ({ address: address as Address, origin, own });

export const requester = candidate(jane, 'requester', true);

const pending = { state: 'pending', askedAt: noon } as const;

export const answered = <T>(value: T): Lookup<T> => ({
  state: 'answered',
  value,
  askedAt: noon,
  at: noon + 400,
});

export const failing = (source: Source, cause: object): Lookup<never> => ({
  state: 'failed',
  failure: { source, ...cause } as Failure,
  askedAt: noon,
  at: noon + 10_000,
});

export const evidence = (change: Partial<Evidence>): Evidence => ({
  address: jane,
  customersdot: pending,
  portal_log: pending,
  gitlab_log: pending,
  suppressions: { state: 'not-asked' },
  byHand: {},
  ...change,
});

const macroOf = ({ name }: SuggestedReply): ReplyOrigin => ({
  kind: 'macro',
  macroId: 1,
  title: `Support::L&R::Portal sign-in::${name}`,
  ownMacro: false,
});

const catalogue: ReplyCatalogue = { language: 'en', ...replyWords };

export function replyText(suggestion: SuggestedReply, change: Partial<ReplyText> = {}): ReplyText {
  const requesterName = ticket.requester?.name ?? '';
  const { name } = suggestion;
  const reply = bundledReply(catalogue, { name, language: 'en', why: 'missing', requesterName });
  return { ...reply, origin: macroOf(suggestion), ...change };
}

const ready = (suggestion: SuggestedReply): ReplyState => ({
  suggestion,
  text: { state: 'ready', reply: replyText(suggestion) },
  inserted: undefined,
});

export const mail = (change: Partial<Mail> & Pick<Mail, 'sentAt'>): Mail => ({
  id: `mail-${change.sentAt}-${change.kind ?? 'reset'}`,
  kind: 'reset',
  subject: 'Reset password instructions',
  outcome: 'delivered',
  report: {},
  ...change,
});

/** An open ticket as the desk would show it: diagnosed, with the replies that this calls for. */
export function openState(found: Evidence, change: Partial<OpenState> = {}): OpenState {
  const selected = change.selected ?? requester;
  const asked = { ...found, address: selected.address };
  const shown = change.ticket ?? ticket;
  const diagnosis = diagnose(asked, {
    edition: given,
    now,
    customerWroteAt: shown.customerWroteAt,
  });
  const lookups = [asked.customersdot, asked.portal_log, asked.gitlab_log];
  const times = lookups.flatMap((lookup) => ('at' in lookup ? [lookup.at] : []));
  return {
    kind: 'open',
    ticket: shown,
    settings,
    candidates: [selected],
    selected,
    nearMiss: undefined,
    links: consoleLinks(settings, selected.address, asked),
    investigation: {
      address: selected.address,
      diagnosis,
      running: lookups.some(({ state }) => state === 'pending'),
      rechecking: false,
      checkedAt: times.length === 0 ? undefined : Math.max(...times),
    },
    replies: suggestReplies(diagnosis, selected).map(ready),
    requesterLanguage: 'en',
    replyLanguage: undefined,
    warnings: replyWarnings(shown.requester, diagnosis),
    requesterChanged: false,
    leftover: undefined,
    notePostedAt: undefined,
    offline: false,
    ...change,
  };
}
