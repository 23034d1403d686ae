import type { Readers } from '../../src/shared/reply';
import { readReaders } from '../../src/zendesk/find-reply-readers';
import { createFakeClock } from '../support/fake-clock';
import {
  createFakeZaf,
  httpAnswer,
  type FakeZafOptions,
  type RequestOptions,
} from '../support/fake-zaf';

export const jane = 'jane.doe@example.com';
export const requester = { id: 9, name: 'Jane Doe', email: jane };
export const verified = {
  user_id: 9,
  type: 'email',
  value: jane,
  verified: true,
  verification_method: 'full',
  primary: true,
  deliverable_state: 'deliverable',
};
export const mal = { id: 31, name: 'Mal Ory', email: 'mal.ory@example.net', role: 'end-user' };
export const sam = {
  id: 32,
  name: 'Sam Staff',
  email: 'sam@example.org',
  role: 'agent',
  active: true,
  suspended: false,
  shared: false,
  shared_agent: false,
  restricted_agent: false,
  ticket_restriction: null,
};

export interface Rest {
  readonly identities?: unknown;
  readonly ticket?: unknown;
  /** Asked of a ticket that is not saved yet. */
  readonly user?: unknown;
}

export const ticketAnswer = (ticket: object, more: object = {}) => ({
  ticket: {
    id: 35436,
    requester_id: 9,
    via: { channel: 'email' },
    collaborator_ids: [],
    email_cc_ids: [],
    follower_ids: [],
    organization_id: null,
    sharing_agreement_ids: [],
    ...ticket,
  },
  users: [],
  organizations: [],
  ...more,
});

export function zaf({ identities, ticket, user }: Rest, options: FakeZafOptions = {}) {
  return createFakeZaf({
    ...options,
    paths: { 'ticket.requester': requester, 'ticket.collaborators': [], ...options.paths },
    respond: ({ url }: RequestOptions) =>
      url.includes('/identities') ? identities : url.includes('/tickets/') ? ticket : user,
  });
}

export const usual: Rest = {
  identities: httpAnswer({ identities: [verified], next_page: null, count: 1 }),
  ticket: httpAnswer(ticketAnswer({})),
  user: httpAnswer({ user: { id: 9, organization_id: null }, organizations: [] }),
};

export async function read(rest: Rest = {}, options: FakeZafOptions = {}): Promise<Readers> {
  const result = await readReaders(zaf({ ...usual, ...rest }, options), createFakeClock(0));
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
