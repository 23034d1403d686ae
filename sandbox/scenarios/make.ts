import type { MailSeed, Fate } from '../mailgun/seed';
import type { CustomerSeed } from '../customersdot/columns';
import type { OutcomeId } from '../../src/diagnosis/rules';
import type { ReplyName } from '../../src/shared/reply';
import type { IdentitySeed, MessageSeed, Scenario, TicketSeed, UserSeed } from './scenario';

/** What a scenario must say of itself; the rest is the usual. Every `hoursAgo` is before now. */
export interface Draft extends Partial<
  Pick<Scenario, 'faults' | 'settings' | 'macros' | 'portal' | 'expected'>
> {
  readonly id: string;
  readonly shows: string;
  readonly requester: Requester;
  readonly subject?: string;
  readonly says?: string;
  /** What the requester's own account has otherwise than one that is fine; left out: there is none. */
  readonly account?: Partial<Customer>;
  /** Accounts of other addresses. */
  readonly customers?: readonly Customer[];
  readonly mails?: readonly DraftMail[];
  readonly openedHoursAgo?: number;
  readonly conversation?: readonly DraftMessage[];
  readonly ticket?: Partial<
    Omit<TicketSeed, 'requester' | 'subject' | 'conversation' | 'createdAt'>
  >;
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

type Customer = Omit<CustomerSeed, 'id'>;
type DraftMessage = Omit<MessageSeed, 'at'> & { readonly hoursAgo: number };

interface DraftMail extends Omit<MailSeed, 'at' | 'to'> {
  /** The requester unless told otherwise. */
  readonly to?: string;
  readonly hoursAgo: number;
}

/** An account with which a customer can sign in. */
export const active = (email: string, more: Partial<Customer> = {}): Customer => ({
  email,
  login_activated: true,
  confirmed_at: '2024-03-05T10:15:30.123Z',
  created_at: '2023-11-20T08:30:00.000Z',
  ...more,
});

const mail =
  (domain: string, subject: string) =>
  (hoursAgo: number, fate: Fate = 'delivered', to?: string): DraftMail => ({
    domain,
    subject,
    hoursAgo,
    fate,
    ...(to === undefined ? {} : { to }),
  });

export const portalDomain = 'customers.gitlab.com';
const gitlabDomain = 'mg.gitlab.com';
export const portalReset = mail(portalDomain, 'Reset password instructions');
export const confirmation = mail(portalDomain, 'Confirmation instructions');
export const gitlabReset = mail(gitlabDomain, 'Reset password instructions');
/** Has nothing to do with it: everybody gets those. */
export const notification = mail(gitlabDomain, 'Re: Widgets | Pipeline #4711 has failed (!42)');

type Checks = Scenario['expected']['checks'];

/** What is found of an account with which the customer can sign in. */
export const fine = { account: 'found', login: 'on', confirmed: 'yes' } as const;
export const absent = { account: 'absent', login: 'unknown', confirmed: 'unknown' } as const;
export const unread = { account: 'unknown', login: 'unknown', confirmed: 'unknown' } as const;
const nothing = { ...fine, portal_reset: 'none', gitlab_reset: 'none' } as const;

/** One cause and its reply. `checks`: what differs from a fine account and two empty logs. */
export const settled = (
  outcome: OutcomeId,
  checks: Checks,
  reply: ReplyName = outcome as ReplyName,
  usual: Checks = nothing,
): Scenario['expected'] => ({
  verdict: 'settled',
  outcome,
  alsoApplies: [],
  checks: { ...usual, ...checks },
  replies: [reply],
});

export const open = (
  possible: readonly OutcomeId[],
  checks: Checks,
  usual: Checks = nothing,
): Scenario['expected'] => ({
  verdict: 'open',
  possible,
  checks: { ...usual, ...checks },
  replies: [],
});

export const blocked: Scenario['expected'] = { verdict: 'blocked', checks: {}, replies: [] };

const usualText =
  'Hello, I reset my password and still cannot sign in to the customers portal. Can you help?';

/** The draft as a ticket, with a number and ids that no other ticket has. */
export function make(draft: Draft, index: number, now: number): Scenario {
  const { id, shows, expected, requester, subject, says = usualText, account, ticket } = draft;
  const ago = (hours: number) => now - hours * 3_600_000;
  const opened = draft.openedHoursAgo ?? 3 + index * 0.7;
  const address = requester.email ?? '';
  const person = user(requester, 7001 + index);
  // Zendesk knows a user by each of their addresses.
  const isTheirs = ({ email }: UserSeed) => person.identities.some(({ value }) => value === email);
  const conversation = draft.conversation ?? [
    { from: 'requester', text: says, hoursAgo: opened, public: true },
  ];
  const customers = [...(account ? [active(address, account)] : []), ...(draft.customers ?? [])];
  return {
    id,
    shows,
    ticket: {
      number: 41_001 + index,
      subject: subject ?? 'Cannot sign in to the customers portal',
      channel: 'email',
      plainText: false,
      tags: ['license-and-renewals'],
      organisation: undefined,
      draft: '',
      ...ticket,
      ccs: (ticket?.ccs ?? []).map((one) => (isTheirs(one) ? { ...one, id: person.id } : one)),
      conversation: conversation.map(({ hoursAgo, ...rest }) => ({ ...rest, at: ago(hoursAgo) })),
      createdAt: ago(opened),
      requester: person,
    },
    customers: customers.map((customer, nth) => ({ ...customer, id: 1000 + index * 50 + nth })),
    mails: (draft.mails ?? []).map(({ hoursAgo, to = address, ...rest }) => ({
      ...rest,
      to,
      at: ago(hoursAgo),
    })),
    faults: draft.faults ?? {},
    settings: draft.settings ?? {},
    macros: draft.macros ?? 'installed',
    portal: draft.portal ?? 'full',
    expected,
  };
}

export function user(requester: Requester, id: number): UserSeed {
  const { name, email, locale = 'en-US', verified = true, identities = [], role } = requester;
  const deliverableState = requester.undeliverable === true ? 'undeliverable' : 'deliverable';
  const primary: readonly IdentitySeed[] =
    email === null
      ? []
      : [{ type: 'email', value: email, verified, primary: true, deliverableState }];
  return {
    id,
    name,
    email,
    locale,
    identities: [...primary, ...identities],
    ...(role === undefined ? {} : { role }),
  };
}
