import { sameAddress } from '../address/address';
import { areAnswersPrivate, mayDisclose, strangersOf } from '../replies/may-disclose';
import { closedWords, strangersWords } from '../replies/readers-in-words';
import { suggestReplies } from '../replies/suggest';
import { exhaustive } from '../shared/failure';
import type { Readers } from '../shared/reply';
import type { Messages } from '../wording/translate';
import type { DraftReading } from '../zendesk/composer';
import type { Hold, HoldReason, SaveReading } from './events';
import { aboutOf, afterReading, isSame, standingIn } from './draft';
import { asksForNothing, sessionOf, toldOf } from './replies';
import { knownRequester } from './requester-change';
import type { State } from './state';

type Standing = ReturnType<typeof standingIn>[number];

/** Pure. Held once for everything there is to tell; then the engineer decides. */
export function judgeSave(
  state: State,
  { draft, readers, at }: SaveReading,
): { readonly known: State; readonly hold: Hold | undefined } {
  const now = asRead(state, draft, at);
  const held = standingIn(draft ? now : withDormant(now))
    .flatMap((one) => holdOn(one, now, readers) ?? [])
    .at(-1);
  // Of a reply about another address nothing was told.
  const tell = <One extends Pick<Standing, 'about' | 'told'>>(one: One): One => {
    const isTold = held !== undefined && sameAddress(one.about.address, held.hold.address);
    const told = [...toldStill(one, readers), ...(isTold ? held.telling : [])];
    return { ...one, told: [...new Set(told)] };
  };
  const inserted = now.inserted.map(tell);
  const writing = now.writing && tell(now.writing);
  return { known: { ...now, inserted, writing }, hold: held?.hold };
}

/** Of a draft that could not be read the state says what it said. */
export const asRead = (state: State, draft: DraftReading | undefined, at: number): State =>
  draft ? afterReading(state, draft, at) : state;

/** Of a draft that could not be read: what it was without before may be back. */
const withDormant = (state: State): State => ({
  ...state,
  inserted: state.inserted.map((one) =>
    one.where === 'gone' && !one.sent ? { ...one, where: 'maybe' } : one,
  ),
});

/** Once it is known who reads, not to know it later is another doubt. */
const toldStill = ({ told }: Pick<Standing, 'told'>, readers: Readers | undefined) =>
  readers ? told.filter((one) => one !== unread) : told;

const unread = toldOf('unread');

interface Doubt {
  readonly why: HoldReason;
  /** What the engineer is told with it; each is told once. */
  readonly telling: readonly string[];
}

/** The privacy gate for what stands in the composer already (brief, rule 6): the engineer was told of whoever may read it. */
function holdOn(
  one: Standing,
  state: State,
  readers: Readers | undefined,
): { readonly hold: Hold; readonly telling: readonly string[] } | undefined {
  const told = toldStill(one, readers);
  const isNew = (key: string): boolean => !told.includes(key);
  const doubts = doubtsAbout(one, state, readers).filter(({ telling }) => telling.some(isNew));
  if (doubts.length === 0) return undefined;
  const whys = doubts.map(({ why }) =>
    why.kind === 'strangers'
      ? { ...why, people: why.people.filter((person) => isNew(toldOf(person))) }
      : why,
  );
  return {
    hold: { address: one.about.address, sure: one.where === 'composer', whys },
    telling: doubts.flatMap(({ telling }) => telling),
  };
}

function doubtsAbout(one: Standing, state: State, readers: Readers | undefined): readonly Doubt[] {
  const { about, names, otherWords, receipt, told, inNote } = one;
  if (inNote) return [{ why: { kind: 'note' }, telling: [toldOf('note')] }];
  const { address, requesterId } = about;
  const doubts: Doubt[] = [];
  const requester = readers ? readers.requester?.id : knownRequester(state);
  const isAnother = requester !== undefined && requester !== requesterId;
  if (isAnother) {
    doubts.push({
      why: { kind: 'another-requester' },
      telling: [toldOf(['requester', requester])],
    });
  }
  // The neutral reply tells nobody anything; what its macro wrote need not be it. What it asks for may be read by others.
  const isOurs = !otherWords && receipt?.isGuess !== true;
  const isNeutral = isOurs && names.every((name) => name === 'verify_ownership');
  if (isNeutral && (told.includes(asksForNothing) || areAnswersPrivate(readers))) return doubts;
  if (!isNeutral && isFormer(one, state)) {
    doubts.push({ why: { kind: 'former' }, telling: [toldOf('former')] });
  }
  if (!readers) return [...doubts, { why: { kind: 'unread' }, telling: [unread] }];
  if (isNeutral) {
    return [...doubts, { why: { kind: 'read-by-others' }, telling: [asksForNothing] }];
  }

  const disclosure = mayDisclose(address, readers);
  // That the address is none of another requester's goes without saying.
  if (disclosure.kind === 'closed' && !(isAnother && disclosure.why.kind === 'not-theirs')) {
    const { channel, requester: person, savedRequester, identities, audiences } = readers;
    const of = [channel, person, savedRequester, identities?.map(({ value }) => value), audiences];
    doubts.push({ why: disclosure, telling: [toldOf([disclosure.why, of])] });
  }
  const people = strangersOf(address, readers);
  if (people.length > 0) {
    doubts.push({ why: { kind: 'strangers', people }, telling: people.map(toldOf) });
  }
  return doubts;
}

/** The result does not call for it, whoever may read it. */
function isFormer({ about, names }: Pick<Standing, 'about' | 'names'>, state: State): boolean {
  const session = state.kind === 'ready' ? sessionOf(state) : undefined;
  if (state.kind !== 'ready' || !session || !isSame(about, aboutOf(state, session))) return false;
  const { run, selected } = session;
  const called = suggestReplies(run.diagnosis, selected, { kind: 'open' }, true);
  return !called.some(({ name }) => names.includes(name));
}

/**
 * What is doubtful, and that the engineer decides. Zendesk shows it in a page of its own, as text or as markup, and
 * names in it come from outside.
 */
export function holdWords({ address, sure, whys }: Hold, messages: Messages): string {
  const isAnother = whys.some(({ kind }) => kind === 'another-requester');
  const where = isAnother
    ? messages(sure ? 'leftover.text' : 'leftover.maybe', { address })
    : messages(sure ? 'say.leftover' : 'say.leftover_maybe', { address });
  const doubts = whys.flatMap((why) => doubtWords(why, messages));
  const words = [where, ...doubts, messages('leftover.held')].join(' ');
  return words.replaceAll('<', '‹').replaceAll('>', '›');
}

function doubtWords(why: HoldReason, messages: Messages): readonly string[] {
  switch (why.kind) {
    case 'another-requester':
      return [];
    case 'former':
      return [messages('leftover.result')];
    case 'note':
      return [messages('leftover.note')];
    case 'unread':
      return [messages('leftover.unread')];
    case 'read-by-others':
      return [messages('leftover.read_by_others')];
    case 'closed':
      return [closedWords(why.why, messages)];
    case 'strangers':
      return [strangersWords(why.people, messages)];
    default:
      return exhaustive(why);
  }
}
