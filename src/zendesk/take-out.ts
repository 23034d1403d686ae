import { type Clock, sleep } from '../shared/clock';
import { type Failure, type Result, failed, ok } from '../shared/failure';
import { htmlToText } from '../shared/html';
import { fromZaf, type ZafClient } from './client';
import {
  type InsertReceipt,
  asDraft,
  draftOf,
  isEmpty,
  isOf,
  readBackAfterMs,
  readComposer,
  writeRich,
} from './composer-check';
import { charsIn, glyphsOf, glyphsOfText, isUntouched, looksLike } from './composer-text';

export type TakeOutRefusal =
  | { readonly kind: 'ticket-changed' }
  /** The composer is not as inserting left it: what was written or only formatted since would be lost. */
  | { readonly kind: 'draft-changed' }
  /** The composer was read back and is not as it was before inserting. `draft`: what it was. */
  | { readonly kind: 'not-taken-out'; readonly draft: string }
  | { readonly kind: 'zendesk'; readonly failure: Failure };

/** Makes the draft what it was before inserting, and only where it is to the letter what inserting left. */
export async function takeOut(
  client: ZafClient,
  clock: Clock,
  receipt: InsertReceipt,
): Promise<Result<undefined, TakeOutRefusal>> {
  const { ticketId, format, before, after } = receipt;
  const isLeftBy = (draft: string): boolean =>
    after !== undefined && isUntouched(asDraft(receipt, draft), asDraft(receipt, after));
  const setDraft = (text: string): Promise<Result<unknown>> =>
    fromZaf(() => client.set('comment.text', text), clock);

  async function isBefore(): Promise<boolean> {
    for (const wait of readBackAfterMs) {
      if (wait > 0) await sleep(clock, wait);
      const now = await readComposer(client, clock);
      if (!now.ok || now.value.ticketId !== ticketId) continue;
      if (looksLike(draftOf(now.value), asDraft(receipt, before))) return true;
    }
    return false;
  }

  const now = await readComposer(client, clock);
  if (!now.ok) return failed({ kind: 'zendesk', failure: now.failure });
  if (now.value.ticketId !== ticketId) return failed({ kind: 'ticket-changed' });
  if (!isOf(now.value, receipt) || !isLeftBy(now.value.draft)) {
    return failed({ kind: 'draft-changed' });
  }
  const written = await setDraft(before);
  if (await isBefore()) return ok(undefined);
  if (!written.ok) return failed({ kind: 'zendesk', failure: written.failure });
  // Nobody documents whether setting the text takes markup; inserting it does, as it did for the reply.
  // Not where the engineer has written meanwhile: the text would go with it.
  const left = await readComposer(client, clock);
  const isOurs =
    left.ok &&
    left.value.ticketId === ticketId &&
    (isLeftBy(left.value.draft) ||
      charsIn(glyphsOf(draftOf(left.value))) === charsIn(glyphsOfText(before)));
  if (format === 'rich' && isOurs) {
    await setDraft('');
    await writeRich(client, clock, before);
    if (await isBefore()) return ok(undefined);
    // What the engineer had written must not go with the reply: its words at least are put back.
    const emptied = await readComposer(client, clock);
    if (emptied.ok && emptied.value.ticketId === ticketId && isEmpty(emptied.value)) {
      await setDraft(htmlToText(before));
    }
  }
  return failed({ kind: 'not-taken-out', draft: before });
}
