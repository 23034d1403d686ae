import type { AppEvent } from '../../src/app/events';
import type { Inserted } from '../../src/app/panel-contract';
import type { InsertedReply, State } from '../../src/app/state';
import { failed, ok } from '../../src/shared/failure';
import type { DraftReading } from '../../src/zendesk/composer';
import type { Holding, InsertReceipt } from '../../src/zendesk/composer-check';

export const isUnread = (told: string): boolean => told.endsWith(' unread');

/** The composer as it is, whatever the app believes, and what the app has been told of it for sure. */
export function aDraft() {
  const written: InsertReceipt[] = [];
  const present = new Set<InsertReceipt>();
  const surelyGone = new Set<InsertReceipt | undefined>();

  function holdingOf(receipt: InsertReceipt, how: number): Holding {
    if (how === 2) return 'unknown';
    if (!present.has(receipt)) return 'gone';
    return [...present].at(-1) === receipt ? 'unchanged' : 'whole';
  }

  function saw({ holdings }: DraftReading): void {
    for (const { of, holding } of holdings) {
      if (holding === 'gone') surelyGone.add(of);
      if (holding === 'unchanged' || holding === 'whole') surelyGone.delete(of);
    }
  }

  return {
    written,
    surelyGone,
    /** `how` 0: refused before; 1: seen; 2: it came in and was not seen; 3: nor did it come in. */
    write(
      attempt: number,
      how: number,
    ): { readonly result: Inserted; readonly receipt: InsertReceipt | undefined } {
      if (how === 0) return { result: failed({ kind: 'requester-changed' }), receipt: undefined };
      const receipt: InsertReceipt = {
        format: 'rich',
        ticketId: 1,
        channel: 'email',
        composer: 'publicReply',
        before: '',
        after: how === 1 ? 'after' : undefined,
        added: `written at press ${String(attempt)}`,
        isGuess: false,
      };
      written.push(receipt);
      if (how !== 3) present.add(receipt);
      const why = how === 2 ? 'channel-changed' : 'not-in-composer';
      const result: Inserted =
        how === 1
          ? ok({ format: 'rich', otherWords: false })
          : failed({ kind: 'may-be-in-composer', why });
      return { result, receipt };
    },
    /** `how` 0: it cannot be read; 2: nothing can be told by what was read. */
    read({ inserted }: State, how: number): DraftReading | undefined {
      if (how === 0) return undefined;
      const receipts = inserted.flatMap(({ receipt }) => receipt ?? []);
      return {
        isEmpty: present.size === 0,
        isNote: false,
        holdings: receipts.map((of) => ({ of, receipt: of, holding: holdingOf(of, how) })),
      };
    },
    takeOut(receipt: InsertReceipt): boolean {
      if ([...present].at(-1) !== receipt) return false;
      present.delete(receipt);
      return true;
    },
    edit(which: number, back: boolean): void {
      const receipt = written[which % Math.max(1, written.length)];
      if (!receipt) return;
      if (back) present.add(receipt);
      else present.delete(receipt);
    },
    /** What goes out with a ticket that is saved now, as far as a reading in that moment can tell. */
    standing(
      { inserted, savingSince }: State,
      { draft, at }: Extract<AppEvent, { kind: 'save-read' }>,
    ): readonly InsertedReply[] {
      // A save that nobody has heard of for so long did not come to anything: a reading counts again.
      const isSaving = savingSince !== undefined && at - savingSince < 30_000;
      const isTold = draft?.holdings.every(({ holding }) => holding !== 'unknown') ?? false;
      return inserted.filter(({ receipt, where, sent }) => {
        if (where !== 'gone' && (!isTold || isSaving)) return true;
        if (!receipt || !present.has(receipt)) return false;
        return isTold || (draft === undefined && !sent);
      });
    },
    saw(before: State, event: AppEvent): void {
      if (event.kind === 'draft-read' && event.result.ok) saw(event.result.value);
      if (event.kind === 'save-read' && event.draft) saw(event.draft);
      if (event.kind === 'taken-out' && event.result.ok) surelyGone.add(before.writing?.takesOut);
      if (event.kind !== 'submitted') return;
      for (const { where, receipt } of before.inserted) {
        if (where === 'composer') surelyGone.add(receipt);
      }
      present.clear();
    },
  };
}
