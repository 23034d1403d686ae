import fc from 'fast-check';
import { httpAnswer, httpError, rejecting, type FakeZafOptions } from '../support/fake-zaf';
import { read, type Rest, ticketAnswer } from './some-rest';

/** Everybody at once who reads a ticket: an organization that shares, another Zendesk. */

const org = (shared: unknown, more: object = {}) =>
  httpAnswer(
    ticketAnswer(
      { organization_id: 5 },
      { organizations: [{ id: 5, name: 'Example Org', shared_tickets: shared, ...more }] },
    ),
  );
const organisation = { kind: 'organisation', id: 5, name: 'Example Org', reads: true };
const partner = { kind: 'partner', id: 3, name: undefined, reads: true };
/** As the framework has it. */
const seen = { id: 5, name: 'Example Org' };

const audiencesOf = async (rest: Rest, paths: FakeZafOptions['paths'] = {}) => {
  Object.values(rest).forEach((answer) => {
    Promise.resolve(answer).catch(() => undefined);
  });
  return (await read(rest, { paths })).audiences;
};

describe('of a saved ticket', () => {
  it.each<[string, Rest, FakeZafOptions['paths'], unknown]>([
    ['an organisation that shares', { ticket: org(true) }, {}, [organisation]],
    ['an organisation that does not', { ticket: org(false) }, {}, []],
    ['an organisation that may', { ticket: org(undefined) }, {}, [organisation]],
    ['an organisation that does not in a word', { ticket: org('false') }, {}, [organisation]],
    [
      'an organisation nobody describes',
      { ticket: httpAnswer(ticketAnswer({ organization_id: 5 })) },
      {},
      [{ ...organisation, name: undefined }],
    ],
    [
      'an organisation that only another one describes',
      { ticket: org(false, { id: 6 }) },
      {},
      [{ ...organisation, name: undefined }],
    ],
    [
      'one by both, once',
      { ticket: org(true) },
      { 'ticket.organization': { ...seen, sharedTickets: true } },
      [organisation],
    ],
    [
      'one of which the framework does not say it: the REST API does',
      { ticket: org(false) },
      { 'ticket.organization': seen },
      [],
    ],
    [
      'one that shares by the word of either',
      { ticket: org(false) },
      { 'ticket.organization': { ...seen, sharedTickets: true } },
      [organisation],
    ],
    [
      'one that is not saved yet',
      {},
      { 'ticket.organization': { ...seen, sharedTickets: true } },
      [organisation],
    ],
    [
      'one that is not saved yet and does not share, beside the one before',
      { ticket: org(true) },
      { 'ticket.organization': { ...seen, id: 6, sharedTickets: false } },
      [organisation],
    ],
    [
      'one that is not saved yet, of which nobody says whether it shares',
      { ticket: org(false) },
      { 'ticket.organization': { ...seen, id: 6 } },
      [{ ...organisation, id: 6, reads: undefined }],
    ],
    [
      'one of which only a word says that it does not',
      {},
      { 'ticket.organization': { ...seen, sharedTickets: 'false' } },
      [{ ...organisation, reads: undefined }],
    ],
    [
      'another Zendesk',
      { ticket: httpAnswer(ticketAnswer({ sharing_agreement_ids: [3] })) },
      {},
      [partner],
    ],
    [
      'two more without a name, told apart',
      { ticket: httpAnswer(ticketAnswer({ sharing_agreement_ids: [3, 4, 3] })) },
      {},
      [partner, { ...partner, id: 4 }],
    ],
    [
      'another Zendesk, by name',
      { ticket: httpAnswer(ticketAnswer({ sharing_agreement_ids: [3] })) },
      { 'ticket.sharedWith': { id: 3, name: 'Partner' } },
      [{ ...partner, name: 'Partner' }],
    ],
    [
      'another Zendesk than the saved one',
      { ticket: httpAnswer(ticketAnswer({ sharing_agreement_ids: [3] })) },
      { 'ticket.sharedWith': [{ id: 4, name: 'Partner' }] },
      [{ ...partner, id: 4, name: 'Partner' }, partner],
    ],
    [
      'nobody, where the framework leaves it out',
      {},
      { 'ticket.organization': undefined, 'ticket.sharedWith': undefined },
      [],
    ],
    [
      'nobody, where it has fields without anything in them',
      {},
      { 'ticket.organization': { id: null, name: '' }, 'ticket.sharedWith': { id: undefined } },
      [],
    ],
    [
      'nobody, where it says nothing of it',
      {},
      { 'ticket.organization': {}, 'ticket.sharedWith': [] },
      [],
    ],
  ])('%s', async (_, rest, paths, audiences) => {
    expect(await audiencesOf(rest, paths)).toEqual(audiences);
  });

  it.each<[string, FakeZafOptions['paths']]>([
    [
      'an organization without a number',
      { 'ticket.organization': { name: 'Example Org', sharedTickets: false } },
    ],
    ['an organization that is a word', { 'ticket.organization': 'Example Org' }],
    ['an organization that is a number', { 'ticket.organization': 5 }],
    ['an agreement without a number', { 'ticket.sharedWith': { name: 'Partner' } }],
    ['an agreement that is a word', { 'ticket.sharedWith': 'Partner' }],
    ['a list of agreements of which one has no number', { 'ticket.sharedWith': [{ id: 3 }, {}] }],
    ['a ticket whose own number cannot be read', { 'ticket.id': '#42' }],
  ])('%s leaves them unknown', async (_, paths) => {
    expect(await audiencesOf({}, paths)).toBeUndefined();
  });
});

describe('of a ticket that is not saved yet', () => {
  const unsaved = { 'ticket.id': null };
  const user = (more: object, organizations: readonly object[] = []) => ({
    user: httpAnswer({ user: { id: 9, ...more }, organizations }),
  });
  const inOrg = (shared: unknown) =>
    user({ organization_id: 5 }, [{ id: 5, name: 'Example Org', shared_tickets: shared }]);

  it.each<[string, Rest, FakeZafOptions['paths'], unknown]>([
    ['nobody, where both say so', user({ organization_id: null }), {}, []],
    ['the organization that saving it will set', inOrg(true), {}, [organisation]],
    ['the same, where it may share', inOrg(undefined), {}, [organisation]],
    ['nobody, where that one does not share', inOrg(false), {}, []],
    [
      'that one beside the one chosen',
      inOrg(true),
      { 'ticket.organization': { id: 6, name: 'Other', sharedTickets: true } },
      [{ ...organisation, id: 6, name: 'Other' }, organisation],
    ],
    [
      'another Zendesk, chosen on the page',
      {},
      { 'ticket.sharedWith': { id: 3, name: 'Partner' } },
      [{ ...partner, name: 'Partner' }],
    ],
  ])('%s', async (_, rest, paths, audiences) => {
    expect(await audiencesOf(rest, { ...unsaved, ...paths })).toEqual(audiences);
  });

  it.each<[string, Rest, FakeZafOptions['paths']]>([
    ['the requester’s organization', user({}), {}],
    ['the requester’s organization but in words', user({ organization_id: 'Example' }), {}],
    ['who the requester is', { user: rejecting(httpError(500)) }, {}],
    ['which one is chosen', {}, { 'ticket.organization': undefined }],
    ['which one is chosen, but empty fields', {}, { 'ticket.organization': { id: null } }],
    ['which one is chosen, but an empty object', {}, { 'ticket.organization': {} }],
    ['which one is chosen but by name', {}, { 'ticket.organization': { name: 'Example Org' } }],
    ['with whom it will be shared', {}, { 'ticket.sharedWith': undefined }],
  ])('are unknown where nobody says %s', async (_, rest, paths) => {
    expect(await audiencesOf(rest, { ...unsaved, ...paths })).toBeUndefined();
  });
});

it('nothing that the framework says makes them fewer than the saved ticket has', async () => {
  const ticket = httpAnswer(
    ticketAnswer(
      { organization_id: 5, sharing_agreement_ids: [3] },
      { organizations: [{ id: 5, shared_tickets: true }] },
    ),
  );
  const some = fc.record(
    {
      id: fc.oneof(fc.constantFrom(3, 5, 6, '5'), fc.anything()),
      sharedTickets: fc.constantFrom(true, false, undefined, 'false'),
    },
    { requiredKeys: [] },
  );
  const value = fc.oneof(fc.constantFrom(null, undefined, 5), some, fc.array(some), fc.anything());
  await fc.assert(
    fc.asyncProperty(value, value, async (organization, sharedWith) => {
      const paths = { 'ticket.organization': organization, 'ticket.sharedWith': sharedWith };
      const audiences = await audiencesOf({ ticket }, paths);
      const all = audiences?.map(({ kind, id }) => `${kind} ${id}`) ?? [
        'organisation 5',
        'partner 3',
      ];
      expect(all).toEqual(expect.arrayContaining(['organisation 5', 'partner 3']));
      expect(new Set(all).size).toBe(all.length);
    }),
    { examples: [[[], [{ id: 6 }, { id: 6 }]]] },
  );
});
