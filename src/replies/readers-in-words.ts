import { exhaustive } from '../shared/failure';
import { visibleText } from '../shared/text';
import type { Messages } from '../wording/translate';
import type { ClosedReason, ReaderPart, Stranger } from './may-disclose';

/** Why only the neutral reply is offered. Names and addresses come from outside. */
export function closedWords(why: ClosedReason, messages: Messages): string {
  switch (why.kind) {
    case 'unknown':
      return messages(`disclosure.unknown.${why.what}`);
    case 'others-unverified':
      return messages('disclosure.others-unverified', {
        addresses: listOf(why.addresses.map(shortly), messages),
      });
    case 'pending':
    case 'another-requester':
    case 'channel':
    case 'not-theirs':
    case 'problem':
    case 'unverified':
      return messages(`disclosure.${why.kind}`);
    default:
      return exhaustive(why);
  }
}

/** As much as anybody reads; of the rest only how many there are. */
const most = { people: 10, address: 120, name: 60 };

function listOf(words: readonly string[], messages: Messages): string {
  const more = words.length - most.people;
  return messages.list(
    more > 0 ? [...words.slice(0, most.people), messages('reader.more', { count: more })] : words,
  );
}

const shortly = (address: string): string => visibleText(address, { most: most.address });

/**
 * Who else will read the reply, for the engineer to confirm: by Zendesk's number where that is all there is. Those who
 * are many at once come first.
 */
export const strangersWords = (people: readonly Stranger[], messages: Messages): string =>
  messages('disclosure.strangers', {
    people: listOf(
      people
        .toSorted((one, other) => Number(one.kind === 'person') - Number(other.kind === 'person'))
        .map((one) => strangerWords(one, messages)),
      messages,
    ),
  });

/** A name that goes on like our own sentence is told from it: it is short, and without what parts a list. */
const nameOf = ({ name = '' }: Stranger): string =>
  visibleText(visibleText(name).replace(/[,;:()"“”、，\s]+/g, ' '), { most: most.name });

function strangerWords(stranger: Stranger, messages: Messages): string {
  const name = nameOf(stranger);
  const id = String(stranger.id ?? '?');
  if (stranger.kind !== 'person') {
    return name === ''
      ? messages(`reader.${stranger.kind}_unnamed`, { id })
      : messages(`reader.${stranger.kind}`, { name });
  }
  const address = shortly(stranger.address ?? '');
  if (address === '') {
    return name === ''
      ? messages('reader.nobody_known', { id })
      : messages('reader.no_address', { name });
  }
  return name === '' ? address : messages('reader.person', { name, address });
}

/** What is not any more as it was when the reply was judged. */
export const partsWords = (parts: readonly ReaderPart[], messages: Messages): string =>
  messages.list(parts.map((part) => messages(`reader_part.${part}`)));
