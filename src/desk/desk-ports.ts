import type { Clock } from '../lib/clock';
import type { Send } from '../lib/request';
import type { ZafClient } from '../zendesk/client';
import type { Reading } from './read-desk';
import type { ReplyTools } from './reply-tools';

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
