import { domainWhitelist } from '../manifest.json';
import { createApp } from './app/app';
import { outsideApp, readOpening, readSettings } from './app/opening';
import type { App } from './app/panel-contract';
import { mountPanel } from './panel/panel';
import type { Clock } from './shared/clock';
import { pickLanguage } from './shared/reply';
import { type Messages, createMessages, loadCatalogue } from './wording/translate';
import { type ZafSdk, connect } from './zendesk/client';
import { type ObserveHeight, createColorScheme, followHeight } from './zendesk/frame';
import { createSend } from './zendesk/send';

declare global {
  interface Window {
    /** Zendesk's SDK, from its CDN. Missing when that did not load. */
    readonly ZAFClient?: ZafSdk;
  }
}

const clock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Zendesk's frame keeps its address, by which the app knows it: that is all the SDK needs to begin anew. */
const reload = (): void => {
  window.location.reload();
};

const root = document.getElementById('app') ?? document.body;

async function speak(locale: string | undefined): Promise<Messages> {
  const language = pickLanguage(locale);
  const loaded = await loadCatalogue(language);
  const messages = createMessages(loaded.language, loaded.words, { now: () => clock.now() });
  document.documentElement.lang = loaded.language;
  document.title = messages('app.title');
  return messages;
}

/** Made once and shared; a failure is not kept, so that the next call tries again. */
function keepOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= make().catch((reason: unknown) => {
      kept = undefined;
      throw reason;
    });
    return kept;
  };
}

async function open(): Promise<void> {
  const connection = connect(window.ZAFClient, window.location);
  const scheme = createColorScheme(
    connection.kind === 'connected' ? connection.client : undefined,
    window.location.search,
  );
  const show = (app: App, messages: Messages): (() => void) =>
    mountPanel(root, { app, messages, scheme, clock, reload });

  if (connection.kind === 'outside') {
    show(outsideApp(connection.why), await speak(navigator.language));
    return;
  }

  const { client } = connection;
  // Most agents' browser speaks their language: its words come while the ticket is read.
  void loadCatalogue(pickLanguage(navigator.language));
  const replyTools = keepOnce(async () => {
    const [{ createReplyTools }, words] = await Promise.all([
      import('./app/reply-effects'),
      messages,
    ]);
    return createReplyTools(client, clock, words);
  });
  const send = createSend(client, clock, Math.random, network.isOnline);
  const loadSetup = keepOnce(async () => {
    const [{ createSetupCheck }, { unsafeFindings }] = await Promise.all([
      import('./setup/run'),
      import('./setup/lines'),
    ]);
    const check = createSetupCheck({
      client,
      send,
      clock,
      settings: () => readSettings(client, clock),
      whitelist: domainWhitelist,
      // The SDK has no name for its version that is documented.
      sdk: { version: undefined, origin: connection.origin },
    });
    return { check, unsafeFindings };
  });
  const app = createApp({
    client,
    clock,
    send,
    replyTools,
    composerEffects: async () => (await import('./app/composer-effects')).createComposerEffects,
    read: () => readOpening(client, clock, domainWhitelist),
    copy: copyText,
    network,
    setup: { load: loadSetup, ...findings },
  });
  // The first questions are on their way by now: they need no words.
  const messages = app.opened.then((first) => {
    if (first) scheme.set(first.colorScheme);
    return speak(first ? first.agent.locale : navigator.language);
  });
  const unmount = show(app, await messages);
  const stopResizing = followHeight(client, clock, observeHeight(root));

  client.on('app.willDestroy', () => {
    app.close();
    stopResizing();
    scheme.close();
    send.clear();
    unmount();
  });
}

/**
 * Whether it worked; `undefined` is not copied. A text that is still to come is promised to the browser in the press
 * itself: later it may refuse. Zendesk's frame may not be granted the clipboard; the old way still works after a click.
 */
async function copyText(text: string | Promise<string | undefined>): Promise<boolean> {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blobOf(text) })]);
    return true;
  } catch {
    const words = await text;
    return words !== undefined && copyBySelection(words);
  }
}

async function blobOf(text: Promise<string | undefined>): Promise<Blob> {
  const words = await text;
  if (words === undefined) throw new Error('not to be copied');
  return new Blob([words], { type: 'text/plain' });
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  document.body.append(area);
  area.select();
  // oxlint-disable-next-line typescript/no-deprecated -- no other way where the clipboard is denied
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}

/** Where the browser keeps nothing for a frame of another site, each ticket knows only of its own checks. */
const findings = {
  read(): string {
    try {
      return sessionStorage.getItem('unsafe-set-up') ?? '';
    } catch {
      return '';
    }
  },
  write(ids: string): void {
    try {
      if (ids === '') sessionStorage.removeItem('unsafe-set-up');
      else sessionStorage.setItem('unsafe-set-up', ids);
    } catch {
      return;
    }
  },
};

const network = {
  isOnline: (): boolean => navigator.onLine,
  /** Returns the function that stops listening. */
  onChange(listener: () => void): () => void {
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  },
};

const observeHeight =
  (element: HTMLElement): ObserveHeight =>
  (onHeight) => {
    const observer = new ResizeObserver(() => {
      onHeight(element.getBoundingClientRect().height);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  };

void open();
