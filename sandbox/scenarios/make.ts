import type { MailSeed, Fate } from '../mailgun/seed';
import type { CustomerSeed } from '../customersdot/seed';
import type { OutcomeId } from '../../src/diagnosis/rules';
import type { ReplyName } from '../../src/shared/reply-name';
import type { IdentitySeed, MessageSeed, Scenario, TicketSeed, UserSeed } from './scenario';

const hour = 3_600_000;

const portalDomain = 'customers.gitlab.com';
const gitlabDomain = 'mg.gitlab.com';
const resetSubject = 'Reset password instructions';
const confirmationSubject = 'Confirmation instructions';

/** What a scenario must say of itself; the rest is the usual. Numbers and ids are given out by `makeAll`. */
export interface Draft extends Partial<
  Omit<Scenario, 'ticket' | 'expected' | 'id' | 'shows' | 'customers'>
> {
  readonly id: string;
  readonly shows: string;
  readonly requester: Requester;
  readonly subject?: string;
  readonly says?: string;
  readonly customers?: readonly Customer[];
  readonly ticket?: Partial<Omit<TicketSeed, 'requester' | 'subject'>>;
  readonly expected: Scenario['expected'];
}

export interface Requester {
  readonly name: string;
  readonly email: string | null;
  readonly locale?: string;
  readonly verified?: boolean;
  readonly undeliverable?: boolean;
  readonly role?: 'agent' | 'admin';
  /** Besides the primary address. */
  readonly identities?: readonly IdentitySeed[];
}

export type Customer = Omit<CustomerSeed, 'id'>;

/** The moments that scenarios are told by: hours before now. */
export interface Ago {
  (hours: number): number;
}

export const agoFrom =
  (now: number): Ago =>
  (hours) =>
    now - hours * hour;

export const active = (email: string, more: Partial<Customer> = {}): Customer => ({
  email,
  login_activated: true,
  confirmed_at: '2024-03-05T10:15:30.123Z',
  created_at: '2023-11-20T08:30:00.000Z',
  ...more,
});

/** An account with which the customer can sign in. */
export const fine = { account: 'found', login: 'on', confirmed: 'yes' } as const;

/** One cause and its reply. */
export const settled = (
  outcome: OutcomeId,
  checks: Scenario['expected']['checks'],
  reply: ReplyName,
): Scenario['expected'] => ({
  verdict: 'settled',
  outcome,
  alsoApplies: [],
  checks,
  replies: [reply],
});

export const portalReset = (to: string, at: number, fate: Fate = 'delivered'): MailSeed => ({
  domain: portalDomain,
  to,
  subject: resetSubject,
  at,
  fate,
});

export const gitlabReset = (to: string, at: number, fate: Fate = 'delivered'): MailSeed => ({
  domain: gitlabDomain,
  to,
  subject: resetSubject,
  at,
  fate,
});

export const confirmation = (to: string, at: number, fate: Fate = 'delivered'): MailSeed => ({
  domain: portalDomain,
  to,
  subject: confirmationSubject,
  at,
  fate,
});

/** Mails of `mg.gitlab.com` that have nothing to do with it: everybody gets those. */
export const notification = (to: string, at: number): MailSeed => ({
  domain: gitlabDomain,
  to,
  subject: 'Re: Widgets | Pipeline #4711 has failed (!42)',
  at,
  fate: 'delivered',
});

export function makeAll(drafts: readonly Draft[], now: number): readonly Scenario[] {
  return drafts.map((draft, index) => make(draft, index, now));
}

function make(draft: Draft, index: number, now: number): Scenario {
  const { id, shows, expected, requester, subject, says, customers = [], ticket } = draft;
  const createdAt = ticket?.createdAt ?? agoFrom(now)(3 + index * 0.7);
  const text =
    says ??
    'Hello, I reset my password and still cannot sign in to the customers portal. Can you help?';
  return {
    id,
    shows,
    ticket: {
      number: 41_001 + index,
      subject: subject ?? 'Cannot sign in to the customers portal',
      channel: 'email',
      plainText: false,
      tags: ['license-and-renewals'],
      ccs: [],
      organisation: undefined,
      draft: '',
      conversation: [message('requester', text, createdAt)],
      ...ticket,
      createdAt,
      requester: user(requester, 7001 + index),
    },
    customers: customers.map((customer, nth) => ({ ...customer, id: 1000 + index * 50 + nth })),
    mails: draft.mails ?? [],
    suppressions: draft.suppressions ?? [],
    faults: draft.faults ?? {},
    settings: draft.settings ?? {},
    macros: draft.macros ?? 'installed',
    portal: draft.portal ?? 'full',
    expected,
  };
}

export function message(
  from: MessageSeed['from'],
  text: string,
  at: number,
  isPublic = true,
): MessageSeed {
  return { from, text, at, public: isPublic };
}

export function user(requester: Requester, id: number): UserSeed {
  const {
    name,
    email,
    locale = 'en-US',
    verified = true,
    undeliverable,
    identities = [],
    role,
  } = requester;
  const primary: readonly IdentitySeed[] =
    email === null
      ? []
      : [
          {
            type: 'email',
            value: email,
            verified,
            primary: true,
            deliverableState: undeliverable === true ? 'undeliverable' : 'deliverable',
          },
        ];
  return {
    id,
    name,
    email,
    locale,
    identities: [...primary, ...identities],
    ...(role === undefined ? {} : { role }),
  };
}
