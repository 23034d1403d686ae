/** @jest-environment jsdom */
import { createSession, type Session } from '../../../sandbox/host/session';
import { createTicketTab } from '../../../sandbox/host/ticket-tab';
import type { TicketView, Workspace } from '../../../sandbox/wire';

const jane = {
  id: 30,
  name: 'Jane Doe',
  email: 'jane.doe@example.com',
  locale: 'en-US',
  identities: [],
};

const ticket: TicketView = {
  key: 'reseller',
  shows: 'a ticket',
  number: 7,
  subject: 'Cannot sign in',
  status: 'open',
  tags: [],
  createdAt: '2026-11-23T12:00:00Z',
  updatedAt: '2026-11-23T12:00:00Z',
  requester: jane,
  ccs: [],
  organisation: undefined,
  channel: 'email',
  plainText: false,
  comments: [],
  draft: '',
  settings: {},
  macros: 'installed',
};

const workspace = {
  account: { subdomain: 'sandbox', planName: 'Enterprise' },
  agent: { ...jane, id: 1 },
  app: { name: 'App', version: '1', url: 'http://127.0.0.1:1/index.html', watched: false },
  tickets: [ticket],
  macros: [],
} as unknown as Workspace;

/** Whoever listens longer than a ticket is open: at the window, the document and the session. */
function countListeners(session: Session) {
  let count = 0;
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    jest.spyOn(target, 'addEventListener').mockImplementation((...of) => {
      count += 1;
      addEventListener.apply(target, of as Parameters<typeof addEventListener>);
    });
    jest.spyOn(target, 'removeEventListener').mockImplementation((...of) => {
      count -= 1;
      removeEventListener.apply(target, of as Parameters<typeof removeEventListener>);
    });
  }
  const counted: Session = {
    ...session,
    subscribe(listener) {
      count += 1;
      const unsubscribe = session.subscribe(listener);
      return () => {
        count -= 1;
        unsubscribe();
      };
    },
  };
  return { counted, count: () => count };
}

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

it('a ticket that is closed leaves no listener of the workspace behind, however many are', () => {
  jest.useFakeTimers();
  // jsdom listens itself from the first selector on.
  document.querySelector('p');
  const { counted, count } = countListeners(createSession(workspace, ''));
  const nothing = (): void => undefined;
  const ports = {
    session: counted,
    left: new AbortController().signal,
    notify: nothing,
    onChange: nothing,
    onRequest: nothing,
  };
  const open = Array.from({ length: 10 }, (_, n) =>
    createTicketTab({ ...ticket, key: `ticket-${n}` }, ports),
  );
  expect(count()).toBeGreaterThanOrEqual(3 * open.length);

  for (const tab of open) tab.close();
  jest.runAllTimers();
  expect(count()).toBe(0);
});
