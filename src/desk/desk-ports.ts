import type { Messages } from '../i18n/messages';
import type { Clock } from '../lib/clock';
import type { Send } from '../lib/request';
import type { LoadReplies } from '../reply/load-replies';
import type { ZafClient } from '../zendesk/client';
import type { Composer } from '../zendesk/composer';
import type { Reading } from './read-desk';

/** What the desk is given of the world. */
export interface DeskPorts {
  readonly client: ZafClient;
  readonly clock: Clock;
  readonly send: Send;
  readonly composer: Composer;
  readonly messages: Messages;
  readonly loadReplies: LoadReplies;
  /** Settings and ticket once more, for another try after Zendesk did not answer. */
  readonly read: () => Promise<Reading>;
  readonly copy: (text: string) => Promise<boolean>;
  readonly network: {
    isOnline(): boolean;
    /** Returns the function that stops listening. */
    onChange(listener: () => void): () => void;
  };
}
