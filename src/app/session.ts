import { sameAddress } from '../address/address';
import type { AddressCandidate } from '../address/candidates';
import { nearMiss } from '../address/typo';
import { failureIn } from '../diagnosis/evidence';
import { createInvestigation } from '../investigation/investigation';
import type { ReplyText } from '../replies/reply';
import { replyWarnings, suggestReplies } from '../replies/suggest';
import type { Clock } from '../shared/clock';
import { type Language, pickLanguage } from '../shared/language';
import type { ReplyName } from '../shared/reply-name';
import type { Send } from '../shared/request';
import { failed } from '../shared/result';
import type { Expected, Inserted } from '../zendesk/composer';
import type { Settings } from '../zendesk/settings';
import type { TicketFacts } from '../zendesk/ticket';
import { consoleLinks } from './console-links';
import { lookupsFor } from './lookups';
import { type FindWords, createReplyShelf } from './reply-texts';
import type { ReplyTools } from './reply-tools';
import type { DeskState } from './state';

export type OpenState = Extract<DeskState, { kind: 'open' }>;

export interface OpenTicketPorts {
  readonly clock: Clock;
  readonly send: Send;
  readonly replyTools: () => Promise<ReplyTools>;
  readonly isOnline: () => boolean;
  readonly onChange: (state: OpenState) => void;
}

export interface OpenTicketStart {
  readonly settings: Settings;
  readonly ticket: TicketFacts;
  readonly candidates: readonly AddressCandidate[];
  readonly selected: AddressCandidate;
  readonly requesterChanged: boolean;
}

/** One ticket with an address under investigation: what is known, the replies it calls for, the composer. */
export function openTicket(ports: OpenTicketPorts, start: OpenTicketStart) {
  const { clock, replyTools } = ports;
  const { settings } = start;
  let { ticket, candidates, selected, requesterChanged } = start;
  let replyLanguage: Language | undefined;
  let inserting: Promise<Inserted> | undefined;

  const investigation = createInvestigation({
    ...lookupsFor(settings, ports.send, clock),
    clock,
    customerWroteAt: () => ticket.customerWroteAt,
  });
  let shelf = createReplyShelf(wordsFor(ticket), publish);
  let closed = false;
  investigation.subscribe(publish);

  function wordsFor(about: TicketFacts): FindWords {
    return async (name, language) =>
      (await replyTools()).words.find(about, settings.macroIds)(name, language);
  }

  function state(): OpenState | undefined {
    const investigated = investigation.getState();
    if (!investigated) return undefined;
    const { diagnosis } = investigated;
    return {
      kind: 'open',
      ticket,
      settings,
      candidates,
      selected,
      nearMiss: nearMiss(
        selected.address,
        candidates.map(({ address }) => address),
      ),
      links: consoleLinks(settings, selected.address, diagnosis.evidence),
      investigation: investigated,
      replies: shelf.show(suggestReplies(diagnosis, selected), replyLanguage),
      requesterLanguage: pickLanguage(ticket.requester?.locale),
      replyLanguage,
      warnings: replyWarnings(ticket.requester, diagnosis, ticket.ccs),
      requesterChanged,
      offline: !ports.isOnline(),
    };
  }

  function publish(): void {
    const next = closed ? undefined : state();
    if (next) ports.onChange(next);
  }

  /** A second press while the first is under way gets the first one's result. */
  function put(
    names: readonly ReplyName[],
    again: boolean,
    write: (tools: ReplyTools, expected: Expected) => Promise<Inserted>,
  ): Promise<Inserted> {
    if (inserting) return inserting;
    const before = Math.max(-1, ...names.map((name) => shelf.insertedAt(name) ?? -1));
    if (before >= 0 && !again)
      return Promise.resolve(failed({ kind: 'already-inserted', at: before }));

    const expected = {
      ticketId: ticket.id,
      requesterId: ticket.requester?.id,
      channel: ticket.channel.name,
    };
    inserting = replyTools()
      .then((tools) => write(tools, expected), notFetched)
      .then((result) => {
        inserting = undefined;
        if (result.ok) {
          shelf.markInserted(names, clock.now());
          publish();
        }
        return result;
      });
    return inserting;
  }

  /** The privacy gate once more: only words that are on the shelf for this address leave it. */
  const isSuggested = (reply: ReplyText): boolean =>
    state()?.replies.some(({ text }) => text.state === 'ready' && text.reply === reply) ?? false;

  const notSuggested = (): Promise<Inserted> => Promise.resolve(failed({ kind: 'not-suggested' }));

  return {
    state,
    investigation,
    select(candidate: AddressCandidate, all: readonly AddressCandidate[]): void {
      const isSame = sameAddress(candidate.address, selected.address);
      selected = candidate;
      candidates = all;
      requesterChanged = false;
      // The engineer's own answers are about the address: the same one keeps them.
      if (isSame) investigation.refresh();
      else investigation.investigate(candidate.address);
    },
    /** The same requester, read again: saved meanwhile, another channel, another composer. */
    ticketRead(now: TicketFacts, all: readonly AddressCandidate[]): void {
      // Only a saved ticket has macros to preview.
      if (ticket.id !== now.id) shelf = createReplyShelf(wordsFor(now), publish);
      ticket = now;
      // Whether it is the requester's own may have changed too.
      const known = all.find(({ address }) => sameAddress(address, selected.address));
      selected = known ?? { address: selected.address, origin: 'typed', own: false };
      candidates = known ? all : [...all, selected];
      investigation.judgeAgain();
    },
    close(): void {
      closed = true;
      investigation.stop();
    },
    chooseReplyLanguage(language: Language | undefined): void {
      replyLanguage = language;
      publish();
    },
    refresh(): void {
      shelf.retry();
      investigation.refresh();
    },
    dismissRequesterChange(): void {
      requesterChanged = false;
      publish();
    },
    networkChanged(visible: boolean): void {
      if (visible && ports.isOnline() && wasCutOff()) investigation.resume();
      else publish();
    },
    insertReply(reply: ReplyText, again: boolean): Promise<Inserted> {
      if (!isSuggested(reply)) return notSuggested();
      return put([reply.name], again, ({ composer }, expected) => composer.insert(reply, expected));
    },
    /** As one message, in the words that are on the screen: none is left out, and none is swapped. */
    insertAll(again: boolean): Promise<Inserted> {
      const shown = (state()?.replies ?? []).map(({ text }) => text);
      const [first, ...others] = shown.flatMap((text) =>
        text.state === 'ready' ? [text.reply] : [],
      );
      if (!first || others.length + 1 < shown.length) return notSuggested();
      const names = [first, ...others].map(({ name }) => name);
      return put(names, again, async ({ composer, words }, expected) =>
        composer.insert(await words.join(first, others), expected),
      );
    },
    applyMacro(reply: ReplyText, again: boolean): Promise<Inserted> {
      const { origin } = reply;
      if (origin.kind !== 'macro' || !isSuggested(reply)) return notSuggested();
      return put([reply.name], again, ({ composer }, expected) =>
        composer.applyMacro(origin.macroId, expected),
      );
    },
  };

  function wasCutOff(): boolean {
    const evidence = investigation.getState()?.diagnosis.evidence;
    return (['customersdot', 'portal_log', 'gitlab_log'] as const).some(
      (source) => evidence && failureIn(evidence, source)?.kind === 'unreachable',
    );
  }
}

const notFetched = (): Inserted =>
  failed({ kind: 'zendesk', failure: { source: 'zendesk', kind: 'unreachable' } });

export type OpenTicket = ReturnType<typeof openTicket>;
