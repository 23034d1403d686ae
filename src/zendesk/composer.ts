import { type Clock, sleep } from '../shared/clock';
import type { Failure } from '../shared/failure';
import { idOf } from '../shared/json';
import { type Result, failed, ok } from '../shared/result';
import { type ZafClient, getPaths, invoke } from './client';
import {
  type ComposerText,
  type InsertCheck,
  checkGrown,
  checkInsert,
  glyphsOfHtml,
  glyphsOfText,
} from './composer-check';
import { placeholdersIn, placeholdersInHtml, withoutPlaceholdersOf } from './placeholders';
import { type ComposerFacts, composerFacts, composerPaths, readRequester } from './ticket';

/** What the engineer saw when she pressed the button; re-read before anything is written. */
export interface Expected {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
  readonly channel: string;
}

export type InsertRefusal =
  | { readonly kind: 'ticket-changed' }
  | { readonly kind: 'requester-changed' }
  | { readonly kind: 'channel-changed'; readonly now: string }
  | { readonly kind: 'internal-note-selected' }
  | { readonly kind: 'unresolved-placeholder'; readonly placeholders: readonly string[] }
  /** Put there before, at epoch ms; again only when asked. */
  | { readonly kind: 'already-inserted'; readonly at: number }
  /** Not among the replies suggested for this address: the privacy gate holds here too. */
  | { readonly kind: 'not-suggested' }
  /** The composer was read back and does not hold the reply, or no longer holds the draft. */
  | { readonly kind: 'not-in-composer' }
  | { readonly kind: 'draft-changed' }
  | { readonly kind: 'zendesk'; readonly failure: Failure };

export type Inserted = Result<{ readonly format: 'rich' | 'plain' }, InsertRefusal>;

/** A reply with its words. `html` has been sanitised by whoever made it. */
export interface InsertableReply {
  readonly html: string;
  readonly text: string;
  readonly unresolved: readonly string[];
}

export interface Composer {
  /** At the cursor where the channel has rich text, at the end of the draft where it has not. */
  insert(reply: InsertableReply, expected: Expected): Promise<Inserted>;
  /** The whole macro, as if the engineer had picked it: fields, tags and comment. */
  applyMacro(macroId: number, expected: Expected): Promise<Inserted>;
}

type Check = (before: ComposerText, after: ComposerText) => InsertCheck;

/** The editor takes a moment to show what it was given; then we believe that it was not. */
const readBackAfterMs = [0, 100, 300, 1000] as const;

export function createComposer(client: ZafClient, clock: Clock): Composer {
  async function ready(expected: Expected): Promise<Result<ComposerReading, InsertRefusal>> {
    const reading = await readComposer(client, clock);
    if (!reading.ok) return failed({ kind: 'zendesk', failure: reading.failure });
    const refusal = refusalOf(reading.value, expected);
    return refusal ? failed(refusal) : reading;
  }

  /** Reads the composer until it holds what was written, whatever Zendesk said about writing it. */
  async function readBack(
    before: ComposerReading,
    expected: Expected,
    written: Result<unknown>,
    check: Check,
  ): Promise<Inserted> {
    let refusal: InsertRefusal = { kind: 'not-in-composer' };
    for (const wait of readBackAfterMs) {
      if (wait > 0) await sleep(clock, wait);
      const now = await ready(expected);
      if (!now.ok) {
        refusal = now.failure;
        continue;
      }
      const found = check(draftOf(before), draftOf(now.value));
      if (found === 'ok') return ok({ format: before.channel.richText ? 'rich' : 'plain' });
      refusal = { kind: found };
    }
    return failed(
      refusal.kind === 'not-in-composer' && !written.ok
        ? { kind: 'zendesk', failure: written.failure }
        : refusal,
    );
  }

  async function writeRich(html: string): Promise<Result<unknown>> {
    const inserted = await invoke(client, clock, 'ticket.editor.insert', html);
    // Outside the Agent Workspace there is no such editor; silence is not a no, and is not asked twice.
    if (inserted.ok || inserted.failure.kind !== 'rejected') return inserted;
    return invoke(client, clock, 'ticket.comment.appendHtml', html);
  }

  return {
    async insert(reply, expected) {
      const before = await ready(expected);
      if (!before.ok) return before;
      const { requesterName, channel } = before.value;

      const placeholders = unfilled(reply, requesterName);
      if (placeholders.length > 0) return failed({ kind: 'unresolved-placeholder', placeholders });

      const html = withoutPlaceholdersOf(requesterName, reply.html);
      const text = withoutPlaceholdersOf(requesterName, reply.text);
      const added = channel.richText ? glyphsOfHtml(html) : glyphsOfText(text);
      const written = channel.richText
        ? await writeRich(html)
        : await invoke(client, clock, 'ticket.comment.appendText', text);
      return readBack(before.value, expected, written, (was, is) => checkInsert(was, is, added));
    },

    async applyMacro(macroId, expected) {
      const before = await ready(expected);
      if (!before.ok) return before;
      const written = await invoke(client, clock, 'macro', macroId);
      return readBack(before.value, expected, written, checkGrown);
    },
  };
}

const draftOf = ({ draft, channel }: ComposerReading): ComposerText => ({
  value: draft,
  rich: channel.richText,
});

function unfilled({ html, text, unresolved }: InsertableReply, name: string): readonly string[] {
  const inName = placeholdersIn(name);
  const all = [...unresolved, ...placeholdersInHtml(html), ...placeholdersIn(text)];
  return [...new Set(all)].filter((found) => !inName.includes(found));
}

export interface ComposerReading extends ComposerFacts {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
  readonly requesterName: string;
  /** What stands in the composer: HTML where the channel has rich text. */
  readonly draft: string;
}

/** A draft that cannot be read cannot be shown to be kept: no reading, no writing. */
async function readComposer(client: ZafClient, clock: Clock): Promise<Result<ComposerReading>> {
  const paths = await getPaths(client, clock, [
    'ticket.id',
    'ticket.requester',
    'comment.text',
    ...composerPaths,
  ]);
  if (!paths.ok) return paths;

  const draft = paths.value['comment.text'];
  const facts = composerFacts(paths.value);
  if (typeof draft !== 'string' || facts.channel.name === '') {
    return failed({ source: 'zendesk', kind: 'malformed', what: 'wrong-shape' });
  }
  const requester = readRequester(paths.value['ticket.requester']);
  return ok({
    ...facts,
    ticketId: idOf(paths.value['ticket.id']),
    requesterId: requester?.id,
    requesterName: requester?.name ?? '',
    draft,
  });
}

/** What has changed since the engineer looked, worst first. */
function refusalOf(now: ComposerReading, expected: Expected): InsertRefusal | undefined {
  if (now.ticketId !== expected.ticketId) return { kind: 'ticket-changed' };
  if (now.requesterId !== expected.requesterId) return { kind: 'requester-changed' };
  if (now.composer === 'internalNote') return { kind: 'internal-note-selected' };
  if (now.channel.name !== expected.channel) {
    return { kind: 'channel-changed', now: now.channel.name };
  }
  return undefined;
}
