import manifest from '../../manifest.json';
import { createApp, type RunningApp } from '../../src/app/app';
import type { AppState } from '../../src/app/panel-contract';
import { readOpening } from '../../src/app/opening';
import { createComposerEffects } from '../../src/app/composer-effects';
import { createReplyTools } from '../../src/app/reply-effects';
import { createMessages } from '../../src/wording/translate';
import { createSend } from '../../src/zendesk/send';
import english from '../../translations/panel/en.json';
import { answerBody, item } from '../mailgun/log-item';
import { createFakeClock, type FakeClock } from './fake-clock';
import {
  createFakeZaf,
  httpAnswer,
  type FakeZaf,
  type FakeZafOptions,
  type RequestOptions,
} from './fake-zaf';
import { noon } from '../../fixtures/evidence';

/** As shipped, but for one request in place of five: an endpoint is the simplest of the ways to know an account. */
export const defaultSettings: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    manifest.parameters.map(({ name, default: value }) => [name, value ?? null]),
  ),
  customersdot_lookup_path: '/api/support/sign_in_check?email={email}',
};

/** What the services say: a customer's row, and which domains sent a reset. `silent` never answers. */
export interface Services {
  account: readonly Record<string, unknown>[] | 'silent';
  portalResets: number | 'silent';
  gitlabResets: number | 'silent';
  /** What macro 5 writes, where there is one. */
  macro?: string;
}

export interface AppUnderTest {
  readonly app: RunningApp;
  readonly zaf: FakeZaf;
  readonly clock: FakeClock;
  readonly services: Services;
  readonly states: readonly AppState[];
  readonly copied: readonly string[];
  setOnline(online: boolean): void;
  /** The state, when it is the one the spec is about. */
  open(): Extract<AppState, { kind: 'open' }>;
  /** Requests to CustomersDot and Mailgun, not those to Zendesk itself. */
  asked(): readonly RequestOptions[];
}

export const confirmedRow = {
  id: 4,
  email: 'jane.doe@example.com',
  login_activated: true,
  confirmed_at: '2026-01-01T00:00:00Z',
};

export async function openApp(
  options: FakeZafOptions = {},
  change: Partial<Services> = {},
  prepare: (zaf: FakeZaf) => void = () => undefined,
): Promise<AppUnderTest> {
  const clock = createFakeClock(noon);
  const services: Services = {
    account: [confirmedRow],
    portalResets: 0,
    gitlabResets: 1,
    ...change,
  };
  const zaf = createFakeZaf({
    settings: defaultSettings,
    respond: (request) => answer(request, services),
    ...options,
  });
  prepare(zaf);
  const network = fakeNetwork();
  const copied: string[] = [];
  const states: AppState[] = [];
  const read = () => readOpening(zaf, clock, manifest.domainWhitelist);
  const messages = createMessages('en', english, { now: clock.now, timeZone: 'UTC' });
  const tools = createReplyTools(zaf, clock, messages);
  const app = createApp({
    client: zaf,
    clock,
    send: createSend(zaf, clock, () => 0.5, network.isOnline),
    replyTools: () => Promise.resolve(tools),
    composerEffects: () => Promise.resolve(createComposerEffects),
    read,
    async copy(text) {
      const words = await text;
      if (words !== undefined) copied.push(words);
      return words !== undefined;
    },
    setup: {
      load: () => Promise.reject(new Error('No spec of these checks the set-up.')),
      read: () => '',
      write: () => undefined,
    },
    network,
  });
  app.subscribe(() => states.push(app.getState()));
  await clock.advance(0);

  return {
    app,
    zaf,
    clock,
    services,
    states,
    copied,
    setOnline: network.setOnline,
    open() {
      const state = app.getState();
      if (state.kind !== 'open') throw new Error(`The app is ${state.kind}.`);
      return state;
    },
    asked: () => zaf.requests.filter(({ url }) => url.startsWith('https://')),
  };
}

function answer({ url, data }: RequestOptions, services: Services): unknown {
  if (url.startsWith('https://customers.gitlab.com/')) {
    return services.account === 'silent' ? never() : httpAnswer(services.account);
  }
  if (url.includes('mailgun.net/v1/analytics/logs')) {
    const portal = String(data).includes('customers.gitlab.com');
    const domain = portal ? 'customers.gitlab.com' : 'mg.gitlab.com';
    const resets = portal ? services.portalResets : services.gitlabResets;
    if (resets === 'silent') return never();
    const ofDomain = { domain: { name: domain } };
    const items = Array.from({ length: resets }, () => item('delivered', ofDomain));
    // Something else is always there: where nothing is, the app asks once more whether its key sees anything at all.
    const invoice = item('delivered', {
      ...ofDomain,
      messageId: 'invoice',
      subject: 'Your invoice',
    });
    return httpAnswer(answerBody([...items, invoice]));
  }
  if (services.macro !== undefined && url.includes('/macros/5')) {
    return url.includes('/apply.json')
      ? httpAnswer({ result: { ticket: { comment: { html_body: services.macro, public: true } } } })
      : httpAnswer({ macro: { id: 5, title: 'Ours', active: true } });
  }
  return undefined;
}

const never = (): Promise<never> => new Promise(() => undefined);

function fakeNetwork() {
  let online = true;
  const listeners = new Set<() => void>();
  return {
    isOnline: () => online,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    setOnline(next: boolean) {
      online = next;
      listeners.forEach((listener) => {
        listener();
      });
    },
  };
}
