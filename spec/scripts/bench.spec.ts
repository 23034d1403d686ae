import type { LogEntry } from '../../sandbox/proxy/request-log';
import { spreadOf } from '../../scripts/bench/statistics';
import { timingOf } from '../../scripts/bench/time-verdicts';
import { tally, type Visit } from '../../scripts/bench/open-many';
import type { Witness } from '../../scripts/bench/witness';

describe('a spread', () => {
  it('has the middle of an odd and of an even number of values', () => {
    expect(spreadOf([10, 9, 100])).toEqual({ median: 10, least: 9, most: 100 });
    expect(spreadOf([10, 9, 100, 12])).toEqual({ median: 11, least: 9, most: 100 });
  });

  it('of nothing is nothing', () => {
    expect(spreadOf([])).toBeUndefined();
  });
});

describe('the timing of a verdict', () => {
  const https = 'https://api.mailgun.net/v1/analytics/logs';
  const host = witness({
    gets: [
      { paths: 9, at: 1080 },
      { paths: 1, at: 1500 },
    ],
    questions: [
      { key: 'request:1', url: https, at: 1100 },
      { key: 'request:2', url: https, at: 1110 },
      { key: 'request:3', url: '/api/v2/macros/1.json', at: 1050 },
      { key: 'request:4', url: https, at: 1300 },
    ],
  });
  const app = witness({
    answers: { 'request:1': 1300, 'request:2': 1250, 'request:3': 1350, 'request:4': 1900 },
    panel: 1090,
    verdict: 1320,
  });
  const paints = [
    ['first-paint', 20],
    ['first-contentful-paint', 95],
  ] as const;
  const timing = timingOf(host, app, { origin: 1000, paints }, 3);

  it('rests on the answers that came before it, and not on Zendesk’s own', () => {
    expect(timing).toMatchObject({ slowest: 200, after: 20, ratio: 1.6, askedRatio: 1.1 });
  });

  it('counts from when the frame began to load', () => {
    expect(timing).toMatchObject({ firstPaint: 20, firstWords: 95, panel: 90, verdict: 320 });
  });

  it('counts only the reads before it', () => {
    expect(timing).toMatchObject({ requests: 3, gets: 1 });
  });

  it('is none without a verdict or a paint', () => {
    const undecided = { ...app, verdict: undefined };
    expect(() => timingOf(host, undecided, { origin: 1000, paints }, 3)).toThrow('no verdict');
    expect(() => timingOf(host, app, { origin: 1000, paints: [] }, 3)).toThrow('first-paint');
  });
});

describe('the tally of tickets in a row', () => {
  const visits: readonly Visit[] = [
    { ticket: 'a', opened: 100, closed: 200, early: false },
    { ticket: 'b', opened: 210, closed: 300, early: true },
    { ticket: 'a', opened: 310, closed: 400, early: false },
  ];

  it('counts by source', () => {
    const entries = [
      entry('a', 110, 'customersdot'),
      entry('b', 220, 'customersdot'),
      entry('a', 320),
    ];
    expect(tally(visits, entries)).toEqual({
      visits: 3,
      early: 1,
      asked: { customersdot: 2, zendesk: 1 },
      late: {},
      latestMs: 0,
    });
  });

  it('finds what is asked for a ticket that was closed, until it is opened again', () => {
    const entries = [
      entry('a', 305, 'gitlab_log'),
      entry('a', 315, 'gitlab_log'),
      entry('b', 450, 'portal_log'),
    ];
    expect(tally(visits, entries)).toMatchObject({
      late: { gitlab_log: 1, portal_log: 1 },
      latestMs: 150,
    });
  });

  it('leaves out tickets that stay open', () => {
    expect(tally(visits, [entry('kept', 500, 'customersdot')]).asked).toEqual({});
  });
});

function witness(seen: Partial<Witness>): Witness {
  return {
    questions: [],
    gets: [],
    answers: {},
    panel: undefined,
    verdict: undefined,
    shift: 0,
    ...seen,
  };
}

type Service = NonNullable<NonNullable<LogEntry['sent']>['service']>;

/** Without a service: one of Zendesk's own. */
const entry = (ticket: string, at: number, service?: Service): LogEntry => ({
  id: at,
  at,
  ticket,
  via: service ? 'proxy' : 'zendesk-api',
  method: 'GET',
  asked: '',
  sent: service && { service, fault: 'none', url: '', headers: {}, body: undefined },
  status: 200,
  ms: 1,
  refused: undefined,
});
