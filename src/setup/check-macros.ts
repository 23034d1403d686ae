import type { Clock } from '../shared/clock';
import { fieldsOf, idOf, listOf, textOf } from '../shared/json';
import { type ReplyName, replyNames } from '../shared/reply';
import { type ZafClient, getPaths } from '../zendesk/client';
import { askZendesk } from '../zendesk/http-answer';
import { type NoMacro, type WhichMacro, macroTitles, whichMacro } from '../zendesk/macros';
import type { Settings } from '../zendesk/settings';
import type { SetupLine, SetupMessage } from './lines';

/** How many questions are expected, for the progress that is shown. */
export const macroQuestions = replyNames.length;

/** What came of one reply's macro. */
interface Looked {
  readonly name: ReplyName;
  readonly by: WhichMacro['by'] | undefined;
  readonly what: 'fine' | 'missing' | 'inactive' | 'hidden' | 'no-reply' | 'unsaved' | 'unread';
  /** Where in Zendesk's preview the reply stood. */
  readonly shape?: string;
}

/** Looks for the macro of every reply, and has Zendesk show each as it would read in this ticket. */
export async function* checkMacros(
  macroIds: Settings['macroIds'],
  client: ZafClient,
  clock: Clock,
): AsyncGenerator<readonly SetupLine[]> {
  const paths = await getPaths(client, clock, ['ticket.id']);
  const ticketId = paths.ok ? idOf(paths.value['ticket.id']) : undefined;
  const looked: Looked[] = [];
  for (const name of replyNames) {
    looked.push(await lookAt(name, macroIds, ticketId, client, clock));
    yield [];
  }
  yield linesOf(looked);
}

async function lookAt(
  name: ReplyName,
  macroIds: Settings['macroIds'],
  ticketId: number | undefined,
  client: ZafClient,
  clock: Clock,
): Promise<Looked> {
  const which = await whichMacro(client, clock, name, macroIds);
  if ('kind' in which) return { name, by: undefined, what: whatOf(which.kind) };
  const { macroId, by } = which;
  const ask = (path: string) => askZendesk(client, clock, { method: 'GET', path });

  const macro = await ask(`/api/v2/macros/${macroId}.json`);
  if (!macro.ok) return { name, by, what: whatOf(macro.failure.kind) };
  const { active } = fieldsOf(fieldsOf(macro.value)['macro']);
  if (active === false) return { name, by, what: 'inactive' };
  if (ticketId === undefined) return { name, by, what: 'unsaved' };

  const preview = await ask(`/api/v2/tickets/${ticketId}/macros/${macroId}/apply.json`);
  if (!preview.ok) return { name, by, what: whatOf(preview.failure.kind) };
  const shape = shapeOf(preview.value);
  return shape === undefined ? { name, by, what: 'no-reply' } : { name, by, what: 'fine', shape };
}

function whatOf(kind: NoMacro['kind'] | 'not-found' | (string & {})): Looked['what'] {
  if (kind === 'forbidden') return 'hidden';
  return ['not-installed', 'several', 'missing', 'not-found'].includes(kind) ? 'missing' : 'unread';
}

/** Where in Zendesk's preview the public reply stands, by Zendesk's own names; `undefined`: there is none. */
function shapeOf(preview: unknown): string | undefined {
  const ticket = fieldsOf(fieldsOf(fieldsOf(preview)['result'])['ticket']);
  const comment = fieldsOf(ticket['comment']);
  if (comment['public'] === false || comment['public'] === 'false') return undefined;
  const whole = ['html_body', 'body'].find((field) => textOf(comment[field]) !== undefined);
  const scoped = listOf(comment['scoped_body']).map(listOf);
  return (
    whole ?? (scoped.some(([, text]) => textOf(text) !== undefined) ? 'scoped_body' : undefined)
  );
}

function linesOf(looked: readonly Looked[]): readonly SetupLine[] {
  const named = (...what: readonly Looked['what'][]) =>
    looked.filter((one) => what.includes(one.what)).map(({ name }) => nameOf(name));
  const missing = named('missing');
  const there = looked.length - missing.length;
  const unread = named('unread');
  if (there === 0) return [lineOfFound(looked, missing)];

  return [
    unread.length > 0 && missing.length === 0
      ? unreadLine('zendesk-macros-found', unread)
      : lineOfFound(looked, missing),
    lineOf('zendesk-macros-active', named('inactive'), unread, {
      good: 'setup.zendesk.macros_active',
      bad: 'setup.zendesk.macros_inactive',
      next: 'setup.next.macros_active',
    }),
    lineOf('zendesk-macros-visible', named('hidden'), unread, {
      good: 'setup.zendesk.macros_visible',
      bad: 'setup.zendesk.macros_hidden',
      next: 'setup.next.macros_visible',
    }),
    lineOfPreview(looked, named('no-reply'), unread),
  ];
}

/** Our own name of the macro, in English: an admin can have called theirs anything. */
const nameOf = (name: ReplyName): string => macroTitles[name].split('::').at(-1) ?? name;

function lineOfFound(looked: readonly Looked[], missing: readonly string[]): SetupLine {
  const id = 'zendesk-macros-found';
  const by = (way: WhichMacro['by']) => looked.filter((one) => one.by === way).length;
  const count = looked.length;
  if (missing.length > 0) {
    const values = { found: count - missing.length, count, names: missing };
    const found = { key: 'setup.zendesk.macros_missing', values } as const;
    return { id, state: 'fails', found, next: { key: 'setup.next.macros_found' } };
  }
  const values = {
    count,
    requirement: by('requirement'),
    setting: by('setting'),
    title: by('title'),
  };
  return { id, state: 'works', found: { key: 'setup.zendesk.macros_found', values } };
}

const unreadLine = (id: SetupLine['id'], names: readonly string[]): SetupLine => ({
  id,
  state: 'unknown',
  found: { key: 'setup.zendesk.macros_unread', values: { names } },
  next: { key: 'setup.next.again' },
});

function lineOf(
  id: SetupLine['id'],
  bad: readonly string[],
  unread: readonly string[],
  keys: Readonly<Record<'good' | 'bad' | 'next', SetupMessage['key']>>,
): SetupLine {
  if (bad.length > 0) {
    const found = { key: keys.bad, values: { names: bad } };
    return { id, state: 'fails', found, next: { key: keys.next } };
  }
  return unread.length > 0
    ? unreadLine(id, unread)
    : { id, state: 'works', found: { key: keys.good } };
}

function lineOfPreview(
  looked: readonly Looked[],
  noReply: readonly string[],
  unread: readonly string[],
): SetupLine {
  const id = 'zendesk-macros-preview';
  const shapes = [...new Set(looked.flatMap(({ shape }) => shape ?? []))];
  const next = { key: 'setup.next.ticket' } as const;
  if (noReply.length === 0 && unread.length === 0 && shapes.length === 0) {
    const isUnsaved = looked.some(({ what }) => what === 'unsaved');
    const key = isUnsaved ? 'setup.zendesk.macros_no_preview' : 'setup.zendesk.macros_none';
    return { id, state: 'unknown', found: { key }, next };
  }
  const good = lineOf(id, noReply, unread, {
    good: 'setup.zendesk.macros_preview',
    bad: 'setup.zendesk.macros_no_reply',
    next: 'setup.next.macros_reply',
  });
  if (good.state !== 'works') return good;
  return { ...good, found: { key: 'setup.zendesk.macros_preview', values: { shapes } } };
}
