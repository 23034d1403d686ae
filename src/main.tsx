import { domainWhitelist } from '../manifest.json';
import { copyText } from './browser/copy-text';
import { network } from './browser/network';
import { observeHeight } from './browser/observe-height';
import { systemClock } from './browser/system-clock';
import { createDesk } from './desk/create-desk';
import type { Desk } from './desk/desk';
import { outsideDesk } from './desk/outside-desk';
import { readDesk, type Reading } from './desk/read-desk';
import { createMessages } from './i18n/create-messages';
import { loadCatalogue } from './i18n/load-catalogue';
import type { Messages } from './i18n/messages';
import { keepOnce } from './lib/keep-once';
import { pickLanguage } from './lib/locale';
import { mountPanel } from './panel/mount';
import { connect, type ZafSdk } from './zendesk/client';
import { createColorScheme } from './zendesk/color-scheme';
import { followHeight } from './zendesk/resize';
import { createSend } from './zendesk/send';

declare global {
  interface Window {
    /** Zendesk's SDK, from its CDN. Missing when that did not load. */
    readonly ZAFClient?: ZafSdk;
  }
}

const clock = systemClock;
const root = document.getElementById('app') ?? document.body;

async function speak(locale: string | undefined): Promise<Messages> {
  const language = pickLanguage(locale);
  document.documentElement.lang = language;
  return createMessages(language, await loadCatalogue(language), { now: () => clock.now() });
}

async function open(): Promise<void> {
  const connection = connect(window.ZAFClient, window.location);
  const scheme = createColorScheme(
    connection.kind === 'connected' ? connection.client : undefined,
    window.location.search,
  );
  const show = (desk: Desk, messages: Messages): (() => void) =>
    mountPanel(root, { desk, messages, scheme, clock });

  if (connection.kind === 'outside') {
    show(outsideDesk(connection.why), await speak(navigator.language));
    return;
  }

  const { client } = connection;
  // Most agents' browser speaks their language: its words come while the ticket is read.
  void loadCatalogue(pickLanguage(navigator.language));
  const read = (): Promise<Reading> => readDesk(client, clock, domainWhitelist);
  const first = await read();
  if (first.kind !== 'zendesk-failed') scheme.set(first.colorScheme);
  const messages = await speak(
    first.kind === 'zendesk-failed' ? navigator.language : first.agent.locale,
  );
  const replyTools = keepOnce(async () => {
    const { createReplyTools } = await import('./desk/reply-tools');
    return createReplyTools(client, clock, messages);
  });
  const send = createSend(client, clock, Math.random, network.isOnline);
  const desk = createDesk(
    {
      client,
      clock,
      send,
      replyTools,
      read,
      copy: copyText,
      network,
    },
    first,
  );
  const unmount = show(desk, messages);
  const stopResizing = followHeight(client, clock, observeHeight(root));

  client.on('app.willDestroy', () => {
    desk.close();
    stopResizing();
    scheme.close();
    send.clear();
    unmount();
  });
}

void open();
