import type { Address } from '../../src/address/address';
import { type LogQuery, logsRequest, rfc2822Date, spellings } from '../../src/mailgun/logs-request';
import { days, noon } from '../../fixtures/evidence';
import { bodyOf } from './fake-send';

const query: LogQuery = {
  source: 'portal_log',
  region: 'us',
  domain: 'customers.gitlab.com',
  subjects: { reset: ['Reset password instructions'], confirmation: ['Confirmation instructions'] },
  window: { from: noon - days(30) + 400, to: noon + 400 },
};

test('asks one domain for one recipient, newest first, a hundred at a time', () => {
  const request = logsRequest(query, { recipient: 'jane.doe@example.com' });
  expect(request).toMatchObject({
    source: 'portal_log',
    method: 'POST',
    url: 'https://api.mailgun.net/v1/analytics/logs',
  });
  expect(bodyOf(request)).toEqual({
    start: 'Sat, 24 Oct 2026 12:00:00 -0000',
    end: 'Mon, 23 Nov 2026 12:00:01 -0000',
    events: ['accepted', 'delivered', 'failed', 'rejected'],
    filter: {
      AND: [
        {
          attribute: 'recipient',
          comparator: '=',
          values: [{ label: 'jane.doe@example.com', value: 'jane.doe@example.com' }],
        },
        {
          attribute: 'domain',
          comparator: '=',
          values: [{ label: 'customers.gitlab.com', value: 'customers.gitlab.com' }],
        },
      ],
    },
    include_subaccounts: true,
    pagination: { sort: 'timestamp:desc', limit: 100 },
  });
});

test('names the key by its placeholder only', () => {
  const { headers, basicAuth } = logsRequest(query, { recipient: 'jane.doe@example.com' });
  expect(headers).toEqual({
    Accept: 'application/json',
    'Content-Type': 'application/json',
    Authorization: 'Basic {{basic_auth.token}}',
  });
  expect(basicAuth).toEqual({ username: 'api', password: '{{setting.mailgun_api_key}}' });
});

test('holds nothing in the body that looks like a placeholder', () => {
  const { body } = logsRequest(query, { recipient: 'a@example.com', subject: 'x', token: 't' });
  expect(body).not.toContain('{{');
});

test('asks for the newest mail of a domain to anybody', () => {
  const { filter, pagination } = bodyOf(logsRequest(query, { limit: 1 }));
  expect(filter.AND.map(({ attribute }) => attribute)).toEqual(['domain']);
  expect(pagination).toEqual({ sort: 'timestamp:desc', limit: 1 });
});

test('goes to the region of the settings', () => {
  const { url } = logsRequest({ ...query, region: 'eu' }, { recipient: 'a@example.com' });
  expect(url).toBe('https://api.eu.mailgun.net/v1/analytics/logs');
});

test('never asks for opens and clicks, whose URLs are credentials', () => {
  const { events } = bodyOf(logsRequest(query, { recipient: 'a@example.com' }));
  expect(events).not.toContain('clicked');
  expect(events).not.toContain('opened');
});

test('resends the same question with the token for the next page', () => {
  const first = bodyOf(logsRequest(query, { recipient: 'a@example.com' }));
  const second = bodyOf(logsRequest(query, { recipient: 'a@example.com', token: 'tok' }));
  expect(second).toEqual({ ...first, pagination: { ...first.pagination, token: 'tok' } });
});

test('is the same question a second later, and another for another address, domain, page or subject', () => {
  const key = (change: Partial<LogQuery>, question = {}) =>
    logsRequest({ ...query, ...change }, { recipient: 'a@example.com', ...question }).cacheKey;
  const later = { from: query.window.from + 1000, to: query.window.to + 1000 };
  expect(key({ window: later })).toBe(key({}));

  const others = [
    key({}),
    key({ source: 'gitlab_log' }),
    key({ domain: 'mg.gitlab.com' }),
    key({ region: 'eu' }),
    key({ window: { ...query.window, from: 0 } }),
    key({}, { recipient: 'b@example.com' }),
    key({}, { token: 't' }),
    key({}, { subject: 't' }),
    key({}, { limit: 1 }),
    key({}, { recipient: undefined }),
  ];
  expect(new Set(others).size).toBe(others.length);
});

test.each([
  ['down', 'Mon, 23 Nov 2026 12:00:00 -0000'],
  ['up', 'Mon, 23 Nov 2026 12:00:01 -0000'],
] as const)('rounds %s to whole seconds, so that the window is not narrowed', (round, text) => {
  expect(rfc2822Date(noon + 1, round)).toBe(text);
});

test('asks for an address with capitals in both spellings', () => {
  expect(spellings('jane@example.com' as Address)).toEqual(['jane@example.com']);
  expect(spellings('Jane@Example.com' as Address)).toEqual([
    'jane@example.com',
    'Jane@Example.com',
  ]);
});
