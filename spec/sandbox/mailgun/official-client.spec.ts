import FormData from 'form-data';
import Mailgun from 'mailgun.js';
import type { MailgunOptions } from '../../../sandbox/mailgun/options';
import { days, noon } from '../../../fixtures/evidence';
import { apiKey, jane, mail, oneOfEach, portal, serveMailgun } from './serve';

type Client = ReturnType<Mailgun['client']>;

/** Mailgun's own client, unmodified, against the local Mailgun. */
async function withClient<T>(
  options: Partial<MailgunOptions>,
  use: (client: Client) => Promise<T>,
  key = apiKey,
): Promise<T> {
  const { url, close } = await serveMailgun(options);
  try {
    return await use(new Mailgun(FormData).client({ username: 'api', key, url }));
  } finally {
    await close();
  }
}

const named = (attribute: string, value: string) => ({
  attribute,
  comparator: '=',
  values: [{ label: value, value }],
});
const question = {
  start: new Date(noon - days(30)),
  end: new Date(noon),
  filter: { AND: [named('recipient', jane), named('domain', portal)] },
  pagination: { sort: 'timestamp:desc', limit: 100 },
};

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('logs', () => {
  test('come as the client expects them', async () => {
    const answer = await withClient({ mails: [mail('bounced')] }, (client) =>
      client.logs.list(question),
    );
    expect(answer).toMatchObject({
      status: 200,
      start: question.start,
      end: question.end,
      items: [
        { event: 'failed', recipient: jane, reason: 'bounce', domain: { name: portal } },
        { event: 'accepted', '@timestamp': new Date(noon - days(2)) },
      ],
      pagination: {},
      aggregates: {},
    });
  });

  test('without an end, which the client sends as an empty text', async () => {
    const { end: _, ...open } = question;
    const answer = await withClient({ mails: [mail('delivered')] }, (client) =>
      client.logs.list(open),
    );
    expect(answer.items).toHaveLength(2);
  });

  test('page by token', async () => {
    const ids = await withClient({ mails: oneOfEach }, async (client) => {
      const seen: string[] = [];
      let token: string | undefined;
      do {
        const pagination = { ...question.pagination, limit: 7, ...(token ? { token } : {}) };
        const page = await client.logs.list({ ...question, pagination });
        seen.push(...page.items.map(({ id }) => id));
        token = page.pagination.next;
      } while (token);
      return seen;
    });
    expect(ids.length).toBeGreaterThan(21);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    [
      'an attribute that is none',
      { AND: [named('test', 'x')] },
      /'test' is not a valid filter predicate attribute/,
    ],
    [
      'a comparator that is none',
      { AND: [{ ...named('recipient', jane), comparator: 'eq' }] },
      /'eq' is not a valid comparator/,
    ],
    [
      'a comparator that is not for it',
      { AND: [{ ...named('to', jane), comparator: '=' }] },
      /not a valid comparator for attribute 'to'/,
    ],
  ])('refuse %s, in Mailgun’s words', async (_, filter, words) => {
    const error = await withClient({}, (client) =>
      failure(client.logs.list({ ...question, filter })),
    );
    expect(error).toMatchObject({ status: 400, type: 'MailgunAPIError' });
    expect((error as { details: string }).details).toMatch(words);
  });

  test('refuse more than a hundred at a time', async () => {
    const pagination = { ...question.pagination, limit: 101 };
    expect(
      await withClient({}, (client) => failure(client.logs.list({ ...question, pagination }))),
    ).toMatchObject({ status: 400 });
  });
});

describe('suppressions', () => {
  const plus = "o'jane+x@example.com";
  const suppressions = (['bounces', 'complaints', 'unsubscribes'] as const).map((list) => ({
    domain: portal,
    address: plus,
    list,
    at: noon - days(9),
  }));

  test('one by one', async () => {
    const entries = await withClient({ suppressions }, (client) =>
      Promise.all([
        client.suppressions.get(portal, 'bounces', plus),
        client.suppressions.get(portal, 'complaints', plus),
        client.suppressions.get(portal, 'unsubscribes', plus),
      ]),
    );
    const common = { address: plus, created_at: new Date(noon - days(9)) };
    expect(entries).toMatchObject([
      { ...common, code: 550, error: 'No such mailbox' },
      common,
      { ...common, tags: ['*'] },
    ]);
  });

  test('not listed and no such domain are both 404, in different words', async () => {
    const errors = await withClient({ suppressions }, (client) =>
      Promise.all([
        failure(client.suppressions.get(portal, 'bounces', jane)),
        failure(client.suppressions.get('elsewhere.example.com', 'bounces', jane)),
      ]),
    );
    expect(errors).toMatchObject([
      { status: 404, details: 'Address not found in bounces table' },
      { status: 404, details: 'Domain not found: elsewhere.example.com' },
    ]);
  });
});

describe('errors', () => {
  const list = (client: Client) => failure(client.logs.list(question));

  test.each([
    ['a wrong key', {}, 'wrong', { status: 401, details: 'Forbidden' }],
    ['the wrong region', { region: 'eu' }, apiKey, { status: 401, details: 'Forbidden' }],
    ['a role that may not', { role: 'sending' }, apiKey, { status: 403 }],
  ] as readonly [string, Partial<MailgunOptions>, string, object][])(
    '%s',
    async (_, options, key, expected) => {
      expect(await withClient(options, list, key)).toMatchObject(expected);
    },
  );
});
