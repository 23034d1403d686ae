import { domainWhitelist } from '../manifest.json';
import { createDesk, keepOnce } from './app/app';
import { type Reading, readDesk } from './app/opening';
import { outsideDesk } from './app/outside';
import type { Desk } from './app/state';
import { copyText, network, observeHeight, systemClock } from './browser';
import { mountPanel } from './panel/panel';
import { pickLanguage } from './shared/language';
import { loadCatalogue } from './wording/load-catalogue';
import { type Messages, createMessages } from './wording/messages';
import { type ZafSdk, connect } from './zendesk/client';
import { createColorScheme, followHeight } from './zendesk/frame';
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
    const { createReplyTools } = await import('./app/reply-tools');
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
