import type { Clock } from '../shared/clock';
import { type Result, ok } from '../shared/failure';
import { fieldsOf, flagOf, idOf, listOf, textOf } from '../shared/json';
import type { Audience, Copy, Identity, Readers } from '../shared/reply-readers';
import { type ZafClient, getPaths } from './client';
import { askZendesk } from './http-answer';
import { identityOf, mostCopies, personOf, readerPaths, readersOf } from './ticket';

/** The readers as they are now: for the moment in which something is written. */
export async function readReaders(client: ZafClient, clock: Clock): Promise<Result<Readers>> {
  const paths = await getPaths(client, clock, readerPaths);
  return paths.ok ? ok(await completeReaders(client, clock, readersOf(paths.value))) : paths;
}

/**
 * Adds what only Zendesk's REST API says: how each identity was verified, and who the saved ticket goes to. Two
 * requests, side by side. What cannot be had is `undefined`; not to know the readers is an answer too.
 */
export async function completeReaders(
  client: ZafClient,
  clock: Clock,
  seen: Readers,
): Promise<Readers> {
  const { requester, ticketId } = seen;
  const [identities, saved] = await Promise.all([
    requester && readIdentities(client, clock, requester.id),
    ticketId === undefined ? undefined : readSavedTicket(client, clock, ticketId),
  ]);
  // A ticket that is not saved yet is in the framework only.
  if (ticketId === undefined) return { ...seen, identities };
  return {
    ...seen,
    identities,
    copies: seen.copies && saved && mergeCopies(seen.copies, saved.copies),
    audiences: seen.audiences && saved && mergeAudiences(seen.audiences, saved.audiences),
  };
}

async function readIdentities(
  client: ZafClient,
  clock: Clock,
  userId: number,
): Promise<readonly Identity[] | undefined> {
  const path = `/api/v2/users/${userId}/identities.json`;
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  const page = answer.ok ? fieldsOf(answer.value) : {};
  const rows = page['identities'];
  if (!Array.isArray(rows) || hasMore(page, rows.length)) return undefined;
  const isOfAnother = rows.some((row) => {
    const { user_id: owner } = fieldsOf(row);
    return owner !== undefined && idOf(owner) !== userId;
  });
  if (isOfAnother) return undefined;
  const identities = rows.flatMap(identityOf);
  // One that cannot be read may be the one that matters.
  return identities.length === rows.length ? identities : undefined;
}

/** Zendesk's page holds a hundred; nobody with more of them is a customer to be disclosed to. */
function hasMore(page: ReturnType<typeof fieldsOf>, length: number): boolean {
  const { next_page: next, links, meta, count } = page;
  const isSaid = (value: unknown): boolean => value !== undefined && value !== null;
  const more = fieldsOf(meta)['has_more'];
  return (
    length > 100 ||
    isSaid(next) ||
    isSaid(fieldsOf(links)['next']) ||
    (isSaid(more) && more !== false) ||
    (isSaid(count) && count !== length)
  );
}

async function readSavedTicket(
  client: ZafClient,
  clock: Clock,
  ticketId: number,
): Promise<{ copies: readonly Copy[]; audiences: readonly Audience[] } | undefined> {
  const path = `/api/v2/tickets/${ticketId}.json?include=users,organizations`;
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  const body = answer.ok ? fieldsOf(answer.value) : {};
  const ticket = fieldsOf(body['ticket']);
  const users = listOf(body['users'])
    .slice(0, 3 * mostCopies)
    .map(fieldsOf);
  // Which of these a ticket has depends on the account's settings; an answer without any says nothing.
  const lists = ['collaborator_ids', 'email_cc_ids', 'follower_ids'].map((name) => ticket[name]);
  const isReadable = lists.every(
    (list) => list === undefined || list === null || Array.isArray(list),
  );
  if (idOf(ticket['id']) !== ticketId || !isReadable || !lists.slice(0, 2).some(Array.isArray))
    return undefined;
  const inCopy = [...new Set(lists.flatMap(listOf))];
  const audiences = savedAudiences(ticket, body['organizations']);
  if (inCopy.length > mostCopies || audiences === undefined) return undefined;

  const copies = inCopy.map((value) => {
    const id = idOf(value);
    const user = users.find((one) => id !== undefined && idOf(one['id']) === id);
    return { ...personOf(user), id, isStaff: isStaff(user) };
  });
  return { copies, audiences };
}

/**
 * An agent of another Zendesk, with whom tickets are shared, has the same role; so has one who left and is suspended,
 * and one who may open some tickets only.
 */
function isStaff(user: ReturnType<typeof fieldsOf> = {}): boolean {
  const { role, shared, shared_agent: sharedAgent, suspended, active } = user;
  const isOurs = sharedAgent === false && shared !== true && user['restricted_agent'] === false;
  return (role === 'agent' || role === 'admin') && isOurs && suspended !== true && active !== false;
}

/** `undefined` where the ticket does not say whether it has an organization, or with whom it is shared. */
function savedAudiences(
  ticket: ReturnType<typeof fieldsOf>,
  organisations: unknown,
): readonly Audience[] | undefined {
  const { organization_id: organisationId, sharing_agreement_ids: agreements, type } = ticket;
  // Solving a problem puts its reply into every incident linked to it, whoever asked there.
  if (type === 'problem') return undefined;
  const id = idOf(organisationId);
  if ((id === undefined && organisationId !== null) || !Array.isArray(agreements)) return undefined;
  const organisation = fieldsOf(
    listOf(organisations).find((one) => id !== undefined && idOf(fieldsOf(one)['id']) === id),
  );
  const isShared = id !== undefined && flagOf(organisation['shared_tickets']) !== false;
  return [
    ...(isShared ? [{ kind: 'organisation', name: textOf(organisation['name']) } as const] : []),
    ...(agreements.length > 0 ? [{ kind: 'partner', name: undefined } as const] : []),
  ];
}

/**
 * Whoever is in copy by either: somebody added a moment ago is not saved yet, somebody taken out may still be
 * told. Who is known under two addresses is there with both.
 */
function mergeCopies(seen: readonly Copy[], saved: readonly Copy[]): readonly Copy[] {
  const isKnown = ({ id, address }: Copy): boolean =>
    saved.some(
      (one) =>
        id !== undefined &&
        one.id === id &&
        (one.isStaff ||
          address === undefined ||
          one.address === undefined ||
          one.address === address),
    );
  // The framework may know somebody of whom the saved ticket has the number only.
  const named = saved.map((copy) => {
    const same = seen.find(({ id }) => id !== undefined && id === copy.id);
    return { ...copy, name: copy.name ?? same?.name, address: copy.address ?? same?.address };
  });
  return [...named, ...seen.filter((copy) => !isKnown(copy))];
}

function mergeAudiences(
  seen: readonly Audience[],
  saved: readonly Audience[],
): readonly Audience[] {
  const isNew = ({ kind, name }: Audience): boolean =>
    !seen.some((one) => one.kind === kind && (name === undefined || one.name === name));
  return [...seen, ...saved.filter(isNew)];
}
