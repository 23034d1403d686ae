import { parseAddress, sameAddress } from '../address/address';
import type { AddressCandidate } from '../address/candidates';
import type { Clock } from '../shared/clock';
import type { Send } from '../shared/request';
import { failed } from '../shared/result';
import type { ZafClient } from '../zendesk/client';
import { type TicketFacts, readTicket } from '../zendesk/ticket';
import { onTicketEvents } from '../zendesk/ticket-events';
import { type Reading, candidatesOf, openingOf } from './opening';
import type { ReplyTools } from './reply-tools';
import { type OpenTicket, openTicket } from './session';
import type { Desk, DeskState } from './state';

type Ready = Extract<Reading, { kind: 'ready' }>;

export interface RunningDesk extends Desk {
  close(): void;
}

/** One ticket tab, from the first reading to the last event. */
export function createDesk(ports: DeskPorts, first: Reading): RunningDesk {
  const { client, clock, network } = ports;
  const listeners = new Set<() => void>();
  let state: DeskState = { kind: 'starting' };
  let ready: Ready | undefined;
  let open: OpenTicket | undefined;
  /** Held back while nobody looks: the app asks nothing then. */
  let whenSeen: (() => void) | undefined;
  /** Readings can overtake each other; only the newest counts. */
  let newestReading = 0;

  function show(next: DeskState): void {
    state = next;
    listeners.forEach((listener) => {
      listener();
    });
  }

  function take(reading: Reading): void {
    switch (reading.kind) {
      case 'zendesk-failed':
        show(reading);
        return;
      case 'settings-broken':
        show({ ...reading, isAdmin: reading.agent.isAdmin });
        return;
      case 'ready':
        ready = reading;
        startWhenSeen(reading, () => {
          enter(reading);
        });
    }
  }

  function startWhenSeen({ visible }: Ready, start: () => void): void {
    whenSeen = visible ? undefined : start;
    if (visible) start();
    else if (state.kind !== 'starting') show({ kind: 'starting' });
  }

  function enter({ ticket, settings }: Ready): void {
    const candidates = candidatesOf(ticket);
    const opening = openingOf(ticket, candidates, settings);
    switch (opening.kind) {
      case 'no-address':
        show({ ...opening, ticket, candidates });
        return;
      case 'not-of-interest':
        show({ kind: 'not-of-interest', ticket, candidates });
        return;
      case 'investigate':
        investigate(opening.requester, candidates);
    }
  }

  function investigate(
    selected: AddressCandidate,
    candidates: readonly AddressCandidate[],
    requesterChanged = false,
  ): void {
    if (!ready) return;
    const { settings, ticket } = ready;
    open?.close();
    open = openTicket(
      {
        clock,
        send: ports.send,
        replyTools: ports.replyTools,
        isOnline: network.isOnline,
        onChange: show,
      },
      { settings, ticket, candidates, selected, requesterChanged },
    );
    open.investigation.investigate(selected.address);
    // Fetched while the lookups run; whoever needs it then will hear if it cannot be.
    ports.replyTools().catch(() => undefined);
  }

  async function rereadTicket(): Promise<void> {
    if (!ready) return;
    const reading = (newestReading += 1);
    const { subscriptionEmailField } = ready.settings;
    const result = await readTicket(client, clock, { subscriptionEmailField });
    if (!result.ok || reading !== newestReading) return;

    const before = ready.ticket;
    ready = { ...ready, ticket: result.value.ticket };
    if (requesterOf(before) !== requesterOf(ready.ticket)) changeRequester(ready);
    else open?.ticketRead(ready.ticket, candidatesOf(ready.ticket));
  }

  /** Whatever was found belongs to somebody else now: a run under way starts over with the new address. */
  function changeRequester(now: Ready): void {
    const candidates = candidatesOf(now.ticket);
    const opening = openingOf(now.ticket, candidates, now.settings);
    const wasOpen = open !== undefined;
    open?.close();
    open = undefined;
    startWhenSeen(now, () => {
      if (wasOpen && opening.kind !== 'no-address') {
        investigate(opening.requester, candidates, true);
      } else {
        enter(now);
      }
    });
  }

  async function readAgain(): Promise<void> {
    const reading = (newestReading += 1);
    show({ kind: 'starting' });
    const result = await ports.read();
    if (reading === newestReading) take(result);
  }

  function setVisible(visible: boolean): void {
    if (!ready || ready.visible === visible) return;
    ready = { ...ready, visible };
    const start = whenSeen;
    if (!visible) {
      open?.investigation.stop();
    } else if (start) {
      whenSeen = undefined;
      start();
    } else {
      open?.investigation.resume();
    }
  }

  const stopListening = [
    onTicketEvents(
      client,
      {
        requesterChanged: () => void rereadTicket(),
        ticketChanged: () => void rereadTicket(),
        submitted: () => void rereadTicket(),
        draftChanged: () => undefined,
        composerChanged: () => void rereadTicket(),
        activated() {
          setVisible(true);
        },
        deactivated() {
          setVisible(false);
        },
      },
      first.kind !== 'ready' || first.visible,
    ),
    network.onChange(() => open?.networkChanged(ready?.visible ?? false)),
  ];

  take(first);

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      stopListening.forEach((stop) => {
        stop();
      });
      open?.close();
      listeners.clear();
    },

    selectAddress(text) {
      const parsed = parseAddress(text);
      if (!parsed.ok) return { ok: false, problem: parsed.failure };
      if (!ready) return { ok: false, problem: 'not-ready' };
      const known = open?.state()?.candidates ?? candidatesOf(ready.ticket);
      const same = known.find(({ address }) => sameAddress(address, parsed.value));
      const typed: AddressCandidate = { address: parsed.value, origin: 'typed', own: false };
      const candidates = same ? known : [...known, typed];
      if (open) open.select(same ?? typed, candidates);
      else investigate(same ?? typed, candidates);
      return { ok: true };
    },
    runAnyway() {
      if (state.kind !== 'not-of-interest') return;
      const requester = state.candidates.find(({ origin }) => origin === 'requester');
      if (requester) investigate(requester, state.candidates);
    },
    refresh() {
      if (open) open.refresh();
      else if (state.kind !== 'starting') void readAgain();
    },
    answerByHand(check, value) {
      open?.investigation.answerByHand(check, value);
    },
    chooseReplyLanguage(language) {
      open?.chooseReplyLanguage(language);
    },
    insertReply: (reply, { again }) =>
      open?.insertReply(reply, again) ?? Promise.resolve(failed({ kind: 'not-suggested' })),
    insertAll: ({ again }) =>
      open?.insertAll(again) ?? Promise.resolve(failed({ kind: 'not-suggested' })),
    applyMacro: (reply, { again }) =>
      open?.applyMacro(reply, again) ?? Promise.resolve(failed({ kind: 'not-suggested' })),
    copy: ports.copy,
    async composeNote() {
      try {
        return (await ports.replyTools()).notes.compose(state);
      } catch {
        return undefined;
      }
    },
    async postNote() {
      try {
        return await (await ports.replyTools()).notes.post();
      } catch {
        return { ok: false, why: 'failed' };
      }
    },
    dismissRequesterChange() {
      open?.dismissRequesterChange();
    },
  };
}

function requesterOf({ requester }: TicketFacts): string {
  return JSON.stringify([requester?.id, requester?.email]);
}

/** What the desk is given of the world. */
export interface DeskPorts {
  readonly client: ZafClient;
  readonly clock: Clock;
  readonly send: Send;
  /** Rejects when the chunk cannot be fetched; asked again, it tries again. */
  readonly replyTools: () => Promise<ReplyTools>;
  /** Settings and ticket once more, for another try after Zendesk did not answer. */
  readonly read: () => Promise<Reading>;
  readonly copy: (text: string) => Promise<boolean>;
  readonly network: {
    isOnline(): boolean;
    /** Returns the function that stops listening. */
    onChange(listener: () => void): () => void;
  };
}

/** Made once and shared; a failure is not kept, so that the next call tries again. */
export function keepOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= make().catch((reason: unknown) => {
      kept = undefined;
      throw reason;
    });
    return kept;
  };
}
