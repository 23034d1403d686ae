import { jane } from '../../fixtures/evidence';
import { lookUpAccount } from '../../src/customersdot/look-up-account';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import type { Send } from '../../src/shared/request';
import { query } from '../mailgun/log-item';

// The part of the app that reads answers, on the day it cannot be fetched.
jest.mock('../../src/customersdot/read-accounts', () => {
  throw new Error('Failed to fetch dynamically imported module');
});
jest.mock('../../src/mailgun/mails', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

/** Both sources would say "none". */
const none: Send = ({ source }) =>
  Promise.resolve({
    ok: true,
    value: {
      status: 200,
      headers: {},
      body:
        source === 'customersdot'
          ? '[]'
          : JSON.stringify({
              start: 'Mon, 23 Nov 2026 00:00:00 -0000',
              end: 'Thu, 26 Nov 2026 00:00:00 -0000',
              items: [],
              pagination: {},
            }),
    },
  });

describe('without what reads the answers', () => {
  it.each([
    { way: 'endpoint', path: '/admin/customer.json?query={email}' },
    { way: 'compact-list', path: '/admin/customer.json?compact=true' },
    { way: 'export', path: '/admin/customer/export?query={email}' },
  ] as const)('the portal was not reached, and has not said “none” ($way)', async (lookup) => {
    const portal = { host: 'customers.gitlab.com', lookup };
    expect(await lookUpAccount(none, portal, jane)).toEqual({
      ok: false,
      failure: { source: 'customersdot', kind: 'unreachable' },
    });
  });

  it('a log was not reached, and has not said “none”', async () => {
    expect(await readMailLog(none, query, jane)).toEqual({
      ok: false,
      failure: { source: query.source, kind: 'unreachable' },
    });
  });
});
