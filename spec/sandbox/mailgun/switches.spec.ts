import type { MailgunOptions } from '../../../sandbox/mailgun/options';
import type { Address } from '../../../src/address/address';
import { checks } from '../../../src/diagnosis/checks';
import type { LogQuery } from '../../../src/mailgun/logs-request';
import { readMailLog } from '../../../src/mailgun/read-mail-log';
import { readSuppressions } from '../../../src/mailgun/suppressions';
import { days, minutes, noon } from '../../../fixtures/evidence';
import { sendTo } from './send-to';
import { apiKey, gitlab, jane, mail, oneOfEach, portal, reset, serveMailgun } from './serve';

const query: LogQuery = {
  source: 'portal_log',
  region: 'us',
  domain: portal,
  subjects: { reset: [reset], confirmation: ['Confirmation instructions'] },
  window: { from: noon - days(30), to: noon },
};

async function ask(
  options: Partial<MailgunOptions>,
  change: Partial<LogQuery> = {},
  address = jane,
) {
  const { url, close } = await serveMailgun(options);
  const { send, exchanges } = sendTo(url, apiKey);
  const log = await readMailLog(send, { ...query, ...change }, address as Address);
  const lists = await readSuppressions(send, { region: 'us', domain: portal }, address as Address);
  await close();
  return { log, lists, exchanges };
}

const found = (...outcomes: readonly string[]) => ({
  ok: true,
  value: { truncated: false, unreadable: 0, mails: outcomes.map((outcome) => ({ outcome })) },
});

test('every fate is read as the outcome it stands for', async () => {
  const { log } = await ask({ mails: oneOfEach });
  expect(log).toMatchObject(
    found(
      'accepted',
      'rejected',
      'gave-up',
      'retrying',
      'suppressed',
      'suppressed',
      'suppressed',
      'delayed-bounce',
      'bounced',
      'bounced',
      'bounced',
      'delivered',
    ),
  );
});

test('only the domain that was asked for', async () => {
  const mails = [mail('delivered'), mail('bounced', { domain: gitlab })];
  expect((await ask({ mails })).log).toMatchObject(found('delivered'));
  expect((await ask({ mails }, { domain: gitlab })).log).toMatchObject(found('bounced'));
});

test('an open and a click leave no trace', async () => {
  const { log, exchanges } = await ask({ mails: [mail('opened')] });
  expect(log).toMatchObject(found('delivered'));
  expect(exchanges[0]?.body).not.toContain('reset_password_token');
});

describe('lag', () => {
  const mails = [mail('delivered', { at: noon - minutes(3) })];
  test.each([
    [minutes(5), found()],
    [minutes(1), found('delivered')],
  ])('of %d ms', async (lagMs, expected) => {
    expect((await ask({ mails, lagMs })).log).toMatchObject(expected);
  });
});

test('what has not happened yet is not logged', async () => {
  const mails = [mail('gave-up', { at: noon - minutes(60) })];
  expect((await ask({ mails })).log).toMatchObject(found('retrying'));
});

describe('retention', () => {
  const mails = [mail('delivered', { at: noon - days(3) })];
  test('hides what is older', async () => {
    expect((await ask({ mails, retentionDays: 2 })).log).toMatchObject(found());
  });
  test('or refuses to search so far back, which is told in its words', async () => {
    expect((await ask({ mails, retentionDays: 2, tooOldStart: 'refused' })).log).toMatchObject({
      failure: {
        kind: 'rejected',
        message: 'start date is out of the retention period of 2 days',
      },
    });
  });
});

describe('page size', () => {
  test.each(['no-token', 'empty-page'] as const)(
    'pages to the end, where that is %s',
    async (afterLastPage) => {
      const { log, exchanges } = await ask({
        mails: oneOfEach.slice(0, 4),
        pageSize: 3,
        afterLastPage,
      });
      expect(log).toMatchObject(found('bounced', 'bounced', 'bounced', 'delivered'));
      expect(exchanges.filter(({ request }) => request.method === 'POST').length).toBeGreaterThan(
        2,
      );
    },
  );

  test('past the cap, the log is truncated and an old reset found by name', async () => {
    const busy = Array.from({ length: 300 }, (_, index) =>
      mail('delivered', { subject: `Issue ${index}`, at: noon - minutes(index + 1) }),
    );
    const { log } = await ask({ mails: [...busy, mail('bounced', { at: noon - days(20) })] });
    expect(log).toMatchObject({ ok: true, value: { truncated: true, unreadable: 0 } });
    expect(log.ok && log.value.mails.filter(({ kind }) => kind === 'reset')).toMatchObject([
      { outcome: 'bounced', sentAt: noon - days(20) },
    ]);
  });
});

describe('case rule', () => {
  const typed = 'Jane.Doe@example.com';
  test.each([
    ['sensitive', typed],
    ['sensitive', jane],
    ['insensitive', typed],
    ['insensitive', jane],
  ] as const)('%s, logged as %s: found by the address as typed', async (caseRule, to) => {
    expect(
      (await ask({ mails: [mail('delivered', { to })], caseRule }, {}, typed)).log,
    ).toMatchObject(found('delivered'));
  });
});

describe('region and key', () => {
  const forbidden = { failure: { kind: 'unauthorised', status: 401, maybeRegion: true } };
  test('the wrong region and the wrong key are told alike', async () => {
    expect((await ask({ mails: [mail('delivered')], region: 'eu' })).log).toMatchObject(forbidden);
    expect((await ask({ mails: [mail('delivered')], apiKey: 'another' })).log).toMatchObject(
      forbidden,
    );
  });
  test('the right region of the European host', async () => {
    const mails = [mail('delivered')];
    expect((await ask({ mails, region: 'eu', host: 'eu' })).log).toMatchObject(found('delivered'));
  });
});

describe('roles', () => {
  const mails = [mail('suppressed-bounce')];
  test.each(['admin', 'developer'] as const)('%s reads logs and lists', async (role) => {
    const { log, lists } = await ask({ mails, role });
    expect(log).toMatchObject(found('suppressed'));
    expect(lists).toMatchObject({
      ok: true,
      value: [{ list: 'bounce', listed: true }, { listed: false }, { listed: false }],
    });
  });
  test('analyst reads the logs; the lists are a stated gap', async () => {
    const { log, lists } = await ask({ mails, role: 'basic' });
    expect(log).toMatchObject(found('suppressed'));
    expect(lists).toMatchObject({ failure: { source: 'suppressions', kind: 'forbidden' } });
  });
  test('a sending key reads nothing', async () => {
    expect((await ask({ mails, role: 'sending' })).log).toMatchObject({
      failure: { kind: 'forbidden', status: 403 },
    });
  });
});

test('a mail without a subject keeps "none" from being claimed', async () => {
  expect((await ask({ mails: [mail('delivered', { subject: undefined })] })).log).toMatchObject({
    ok: true,
    value: { unreadable: 1, mails: [{ kind: 'other' }] },
  });
});

describe('what the key sees', () => {
  const mails = [mail('delivered'), mail('delivered', { domain: gitlab, to: 'other@example.com' })];
  const atGitlab = { source: 'gitlab_log', domain: gitlab } as const;
  const why = async (options: Partial<MailgunOptions>, change: Partial<LogQuery> = {}) => {
    const { log } = await ask({ mails, ...options }, change);
    if (!log.ok) return log.failure.kind;
    const { read } = change.source === 'gitlab_log' ? checks.gitlab_reset : checks.portal_reset;
    const reading = read(log.value);
    return 'value' in reading ? reading.value : reading.why.kind;
  };

  test('mails of a subaccount are found', async () => {
    expect(await why({ subaccountDomains: [portal] })).toBe('sent');
  });

  test('an account that may not ask for subaccounts says so, and nothing is taken for none', async () => {
    expect(await why({ subaccounts: 'refused' })).toBe('rejected');
  });

  test('none to this address is none, where there is one to somebody else', async () => {
    expect(await why({}, atGitlab)).toBe('none');
  });

  test.each([
    ['a key of another account', { visibleDomains: [] }],
    ['a domain that sent nothing', { mails: [mail('delivered')] }],
  ])('%s cannot say none', async (_, options) => {
    expect(await why(options, atGitlab)).toBe('domain-unseen');
  });

  test('an Analyst who may not POST is refused', async () => {
    expect(await why({ role: 'basic', analystMayPost: false })).toBe('forbidden');
    expect(await why({ role: 'basic' })).toBe('sent');
  });
});
