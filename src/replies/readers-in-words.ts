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
        addresses: messages.list(why.addresses.map((one) => visibleText(one))),
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

/** Who else will read the reply, for the engineer to confirm: by Zendesk's number where that is all there is. */
export const strangersWords = (people: readonly Stranger[], messages: Messages): string =>
  messages('disclosure.strangers', {
    people: messages.list(people.map((one) => strangerWords(one, messages))),
  });

function strangerWords(stranger: Stranger, messages: Messages): string {
  const name = visibleText(stranger.name ?? '');
  const id = String(stranger.id ?? '?');
  if (stranger.kind !== 'person') {
    return name === ''
      ? messages(`reader.${stranger.kind}_unnamed`, { id })
      : messages(`reader.${stranger.kind}`, { name });
  }
  const address = visibleText(stranger.address ?? '');
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
