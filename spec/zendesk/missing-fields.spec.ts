import { mayDisclose } from '../../src/replies/may-disclose';
import { readReaders } from '../../src/zendesk/find-reply-readers';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, httpAnswer, type RequestOptions } from '../support/fake-zaf';
import { jane, sam, ticketAnswer, verified } from './some-rest';

/**
 * A ticket whose reply everybody may read, with all that can be said of readers: a second address of the customer's, an
 * agent in copy, an organization that does not share. One field after the other is taken away.
 */
const second = 'jane@example.net';
const world = {
  page: {
    'ticket.id': 35436,
    'ticket.requester': { id: 9, name: 'Jane Doe', email: jane },
    'ticket.collaborators': [{ id: 32, name: 'Sam Staff', email: sam.email }],
    'ticket.organization': { id: 5, name: 'Example Org', sharedTickets: false },
    'ticket.sharedWith': null,
    'ticket.via': { channel: 'email' },
    'ticket.editor.targetChannel': { name: 'email', sessionBased: false, sessionActive: false },
    'comment.type': 'publicReply',
  },
  identities: {
    identities: [verified, { ...verified, value: second, primary: false }],
    count: 2,
    next_page: null,
  },
  saved: ticketAnswer(
    { organization_id: 5, collaborator_ids: [32], email_cc_ids: [], follower_ids: [32] },
    { users: [sam], organizations: [{ id: 5, name: 'Example Org', shared_tickets: false }] },
  ),
};
type World = typeof world;

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const inside = Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
  return path.length > 0 ? [path, ...inside] : inside;
}

/** A copy with what stands at the path changed by `change`, in place. */
function changed(path: Path, change: (parent: Record<string, unknown>, key: string) => void) {
  const copy = structuredClone(world);
  let parent: Record<string, unknown> = copy;
  path.slice(0, -1).forEach((key) => {
    parent = parent[key] as Record<string, unknown>;
  });
  change(parent, String(path.at(-1)));
  return copy;
}

async function judged({ page, identities, saved }: Partial<World>) {
  // A path that the framework does not have answers with an error.
  const paths = Object.fromEntries(
    Object.keys(world.page).map((path) => [path, page?.[path as keyof World['page']]]),
  );
  const client = createFakeZaf({
    paths,
    respond: ({ url }: RequestOptions) =>
      httpAnswer(url.includes('/identities') ? (identities ?? {}) : (saved ?? {})),
  });
  const readers = await readReaders(client, createFakeClock(0));
  return readers.ok ? mayDisclose(jane, readers.value).kind : 'closed';
}

/** What nothing rests on: names, and what another field says as well. */
const needless: readonly string[] = [
  'page ticket.requester name',
  'page ticket.collaborators 0',
  'page ticket.collaborators 0 name',
  'page ticket.collaborators 0 email',
  // The REST API says it of the saved ticket.
  'page ticket.organization',
  'page ticket.organization name',
  'page ticket.organization sharedTickets',
  'page ticket.sharedWith',
  'page ticket.via',
  // Then it is the way by which the ticket came.
  'page ticket.editor.targetChannel',
  'page ticket.editor.targetChannel sessionBased',
  'page ticket.editor.targetChannel sessionActive',
  'page comment.type',
  // Who is in copy stands in two lists here.
  'saved ticket collaborator_ids',
  'saved ticket collaborator_ids 0',
  'saved ticket email_cc_ids',
  'saved ticket follower_ids',
  'saved ticket follower_ids 0',
  'saved users 0 name',
  'saved organizations 0 name',
  // It says of an address where Zendesk sends, and the reply may go to each.
  ...[0, 1].flatMap((row) => [
    `identities identities ${row} primary`,
    `identities identities ${row} deliverable_state`,
  ]),
  // That there are no more, either says.
  'identities count',
  'identities next_page',
];

describe.each(leavesOf(world).map((path) => [path.join(' '), path] as const))(
  '%s',
  (name, path) => {
    it('missing', async () => {
      const kind = await judged(
        changed(path, (parent, key) => {
          if (Array.isArray(parent)) parent.splice(Number(key), 1);
          else Reflect.deleteProperty(parent, key);
        }),
      );
      expect([name, kind === 'open']).toEqual([name, needless.includes(name)]);
    });
  },
);

it('nothing is missing: it is open', async () => {
  expect(await judged(world)).toBe('open');
});
