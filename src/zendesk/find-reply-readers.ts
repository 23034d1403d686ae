import type { Clock } from '../shared/clock';
import { type Result, ok } from '../shared/failure';
import { fieldsOf, idOf, listOf } from '../shared/json';
import type { Audience, Copy, Identity, Readers } from '../shared/reply';
import { type ZafClient, getPaths } from './client';
import { askZendesk } from './http-answer';
import {
  channelOf,
  identityOf,
  mostCopies,
  nameOf,
  personOf,
  readerPaths,
  readersOf,
  sideConversation,
} from './ticket';

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
  const [identities, answer] = await Promise.all([
    requester && readIdentities(client, clock, requester.id),
    ticketId === undefined
      ? requester && readNewTicket(client, clock, requester.id)
      : readSavedTicket(client, clock, ticketId),
  ]);
  const saved = answer === 'problem' ? undefined : answer;
  return {
    ...seen,
    ...(answer === 'problem' ? { isProblem: true } : {}),
    channel: saved && ticketId !== undefined ? channelFor(saved, seen) : seen.channel,
    identities,
    savedRequester: saved?.requesterId,
    copies: seen.copies && saved && mergeCopies(seen.copies, saved.copies),
    audiences: seen.audiences && saved && mergeAudiences(seen.audiences, saved),
  };
}

/** The page may leave out how the ticket came, and so that it came out of a side conversation. */
function channelFor({ via }: Saved, { channel }: Readers): string | undefined {
  return via === undefined || via === sideConversation ? via : channel;
}

/** What the REST API says of a ticket. */
interface Saved {
  readonly requesterId: number;
  /** By which it came. A new ticket has none but the page's. */
  readonly via: string | undefined;
  readonly copies: readonly Copy[];
  readonly organisation: Organisation | undefined;
  readonly partners: readonly Audience[];
}

interface Organisation extends Pick<Audience, 'id' | 'name'> {
  /** Whether its members read each other's tickets; what is not known counts as such. */
  readonly shares: boolean;
}

/** A ticket that is not saved yet is in the framework only; saving it will give it the requester's organization. */
async function readNewTicket(
  client: ZafClient,
  clock: Clock,
  requesterId: number,
): Promise<Saved | undefined> {
  const path = `/api/v2/users/${requesterId}.json?include=organizations`;
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  const body = answer.ok ? fieldsOf(answer.value) : {};
  const user = fieldsOf(body['user']);
  const organisation = organisationOf(user['organization_id'], body['organizations']);
  if (idOf(user['id']) !== requesterId || organisation === undefined) return undefined;
  return {
    requesterId,
    via: undefined,
    copies: [],
    organisation: organisation ?? undefined,
    partners: [],
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
  if (!Array.isArray(rows) || !isWhole(page, rows.length)) return undefined;
  if (rows.some((row) => idOf(fieldsOf(row)['user_id']) !== userId)) return undefined;
  const identities = rows.flatMap(identityOf);
  // One that cannot be read may be the one that matters.
  return identities.length === rows.length ? identities : undefined;
}

/**
 * Whether these are all, by one word of Zendesk's at least and against none. Its page holds a hundred; nobody with more
 * of them is a customer to be disclosed to.
 */
function isWhole(page: ReturnType<typeof fieldsOf>, length: number): boolean {
  const { next_page: next, links, meta, count } = page;
  const more = fieldsOf(meta)['has_more'];
  const isSaid = (value: unknown): boolean => value !== undefined && value !== null;
  const says = next === null || more === false || count === length;
  const saysMore =
    isSaid(next) ||
    isSaid(fieldsOf(links)['next']) ||
    (isSaid(more) && more !== false) ||
    (isSaid(count) && count !== length);
  return length <= 100 && says && !saysMore;
}

async function readSavedTicket(
  client: ZafClient,
  clock: Clock,
  ticketId: number,
): Promise<Saved | 'problem' | undefined> {
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
  const inCopy = idsIn(lists.flatMap(listOf));
  const partners = idsIn(ticket['sharing_agreement_ids']);
  const organisation = organisationOf(ticket['organization_id'], body['organizations']);
  const requesterId = idOf(ticket['requester_id']);
  if (!inCopy || !partners || organisation === undefined || requesterId === undefined) {
    return undefined;
  }
  // Solving a problem puts its reply into every incident linked to it, whoever asked there.
  if (ticket['type'] === 'problem') return 'problem';

  const copies = inCopy.map((id) => {
    const user = users.find((one) => idOf(one['id']) === id);
    return { ...personOf(user), id, isStaff: isStaff(user) };
  });
  return {
    requesterId,
    via: channelOf(ticket['via']),
    copies,
    organisation: organisation ?? undefined,
    partners: partners.map((id) => ({ kind: 'partner', id, name: undefined, reads: true })),
  };
}

/** Each once. `undefined` where it is no list, is too long, or holds what cannot be told from anything else. */
export function idsIn(list: unknown): readonly number[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const ids = [...new Set(list.map(idOf))];
  return ids.length <= mostCopies && ids.every((id) => id !== undefined) ? ids : undefined;
}

/** `null`: there is none, and Zendesk says so. `undefined`: it does not say. */
function organisationOf(value: unknown, organisations: unknown): Organisation | null | undefined {
  if (value === null) return null;
  const id = idOf(value);
  if (id === undefined) return undefined;
  const found = listOf(organisations)
    .map(fieldsOf)
    .find((one) => idOf(one['id']) === id);
  return { id, name: nameOf(found?.['name']), shares: found?.['shared_tickets'] !== false };
}

/**
 * An agent of another Zendesk, with whom tickets are shared, has the same role; so has one who left and is suspended,
 * and one who may open some tickets only. Zendesk says the latter twice, and calls no restriction `null`.
 */
function isStaff(user: ReturnType<typeof fieldsOf> = {}): boolean {
  const { role, shared, shared_agent: sharedAgent, restricted_agent: restricted } = user;
  const isOurs = shared === false && sharedAgent === false;
  const opensAll = restricted === false && user['ticket_restriction'] === null;
  const isActive = user['suspended'] === false && user['active'] === true;
  return (role === 'agent' || role === 'admin') && isOurs && opensAll && isActive;
}

/**
 * Whoever is in copy by either: somebody added a moment ago is not saved yet, somebody taken out may still be told.
 * Who is known under two addresses is there with both, and staff with the one that the REST API says.
 */
function mergeCopies(seen: readonly Copy[], saved: readonly Copy[]): readonly Copy[] {
  const isSame = (one: Copy, other: Copy): boolean => one.id !== undefined && one.id === other.id;
  const ofSaved = saved.flatMap((copy) => {
    const others = seen.filter((one) => isSame(one, copy));
    // The framework may know somebody of whom the saved ticket has the number only.
    const name = copy.name ?? others.find((one) => one.name !== undefined)?.name;
    const addresses = new Set([copy, ...others].flatMap(({ address }) => address ?? []));
    return addresses.size === 0
      ? [{ ...copy, name }]
      : [...addresses].map((address) => ({
          ...copy,
          name,
          address,
          isStaff: copy.isStaff && address === copy.address,
        }));
  });
  return [...ofSaved, ...seen.filter((copy) => !saved.some((one) => isSame(one, copy)))];
}

/** One that was chosen on the page is not saved yet. Of the one that is saved, the REST API has the last word. */
function mergeAudiences(seen: readonly Audience[], saved: Saved): readonly Audience[] {
  const { organisation, partners } = saved;
  const said = seen.filter(
    ({ kind, id, reads }) =>
      reads || kind === 'partner' || organisation === undefined || organisation.id !== id,
  );
  const ours: readonly Audience[] = organisation?.shares
    ? [{ kind: 'organisation', id: organisation.id, name: organisation.name, reads: true }]
    : [];
  const all = [...said, ...ours, ...partners];
  // The page may list one twice as well.
  return all.filter(
    ({ kind, id }, index) => all.findIndex((one) => one.kind === kind && one.id === id) === index,
  );
}
