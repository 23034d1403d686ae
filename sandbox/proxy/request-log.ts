import type { Fault } from './fault';
import type { Service } from './service';

/** One request of the app. Secrets are masked; answers are not kept. */
export interface LogEntry {
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  readonly ticket: string | undefined;
  readonly via: 'proxy' | 'zendesk-api';
  readonly method: string;
  /** As the app wrote it, placeholders and all. */
  readonly asked: string;
  readonly sent: Sent | undefined;
  /** `undefined` while it runs; 0: no answer. */
  readonly status: number | undefined;
  readonly ms: number | undefined;
  /** Why Zendesk's proxy did not send it. */
  readonly refused: string | undefined;
}

/** As it left, after the settings were filled in. */
export interface Sent {
  readonly service: Service | undefined;
  readonly fault: Fault;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const kept = 500;

export type RequestLog = ReturnType<typeof createRequestLog>;

export function createRequestLog(now: () => number) {
  let entries: readonly LogEntry[] = [];
  let count = 0;

  return {
    open(asked: Pick<LogEntry, 'ticket' | 'via' | 'method' | 'asked'>) {
      const id = (count += 1);
      const at = now();
      const update = (change: Partial<LogEntry>): void => {
        entries = entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
      };
      const entry: LogEntry = {
        id,
        at,
        ...asked,
        sent: undefined,
        status: undefined,
        ms: undefined,
        refused: undefined,
      };
      entries = [...entries, entry].slice(-kept);
      return {
        sent(sent: Sent) {
          update({ sent });
        },
        close(status: number, refused?: string) {
          update({ status, refused, ms: now() - at });
        },
      };
    },
    entries: () => entries,
    clear() {
      entries = [];
    },
  };
}
