import * as fc from 'fast-check';
import {
  accountAnswer,
  gitlabLog,
  jane,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import { editions } from '../../src/diagnosis/editions';
import {
  type LookupKey,
  refreshRun,
  resumeRun,
  type Run,
  startRun,
  stopRun,
  takeAnswer,
  wasCutOff,
  investigationOf,
} from '../../src/investigation/investigation';
import { failed, ok, type Result } from '../../src/shared/failure';
import { runs } from '../support/runs';

const moment = (now: number) => ({ edition: editions.password, now, customerWroteAt: 0 });

const keys = ['customersdot', 'portal_log', 'gitlab_log'] as const;
type Key = (typeof keys)[number];

const before: Readonly<Record<Key, Result<unknown>>> = {
  customersdot: ok(accountAnswer(portalAccount())),
  portal_log: ok(portalLog(resetMail('delivered'))),
  gitlab_log: ok(gitlabLog()),
};
const later: Readonly<Record<Key, Result<unknown>>> = {
  ...before,
  customersdot: ok(accountAnswer(portalAccount({ loginActivated: false }))),
};
const away = (source: LookupKey): Result<unknown> => failed({ source, kind: 'unreachable' });
const late = (source: LookupKey): Result<unknown> =>
  failed({ source, kind: 'timeout', afterMs: 10_000 });

const take = (run: Run, key: Key, result: Result<unknown>, now: number): Run =>
  takeAnswer(run, { key, askedAt: now - 1 }, result, moment(now)).run;

const known = keys.reduce(
  (run, key) => take(run, key, before[key], 1_000),
  startRun(1, jane, moment(500)).run,
);

const refreshed = () => refreshRun(known, 2, moment(5_000)).run;

describe('a refresh that reaches nobody', () => {
  const kept = keys.reduce(
    (run, key) => take(run, key, key === 'portal_log' ? late(key) : away(key), 9_000),
    refreshed(),
  );

  it('keeps what was known, says since when, and that nobody was reached', () => {
    expect(kept.evidence).toEqual(known.evidence);
    expect(kept.diagnosis.verdict).toEqual(known.diagnosis.verdict);
    expect(investigationOf(kept)).toMatchObject({ cutOff: true, checkedAt: 1_000, running: false });
    expect(investigationOf(known)).toMatchObject({ cutOff: false });
  });

  it('is asked whole again once the line is back, also after a pause, and is then as any other', () => {
    const { run, ask } = resumeRun(kept, 3, moment(10_000));
    expect([wasCutOff(kept), ask.map(({ key }) => key)]).toEqual([true, keys]);
    expect(investigationOf(run)).toMatchObject({ cutOff: false, running: true, rechecking: true });

    const answered = keys.reduce((now, key) => take(now, key, later[key], 11_000), run);
    expect(answered.diagnosis.verdict).toMatchObject({ outcome: 'reseller' });
    expect(investigationOf(answered)).toMatchObject({ cutOff: false, checkedAt: 11_000 });
    expect(wasCutOff(answered)).toBe(false);

    const paused = stopRun(take(refreshed(), 'customersdot', away('customersdot'), 9_000));
    expect(resumeRun(paused, 4, moment(10_000)).ask.map(({ key }) => key)).toEqual(keys);
  });

  it('is kept again by another that reaches nobody', () => {
    const again = keys.reduce(
      (run, key) => take(run, key, away(key), 20_000),
      refreshRun(kept, 3, moment(19_000)).run,
    );
    expect(again.evidence).toEqual(known.evidence);
    expect(investigationOf(again)).toMatchObject({ cutOff: true, checkedAt: 1_000 });
  });
});

it('where nobody was ever reached there is nothing to keep', () => {
  const nothing = keys.reduce(
    (run, key) => take(run, key, away(key), 900),
    startRun(1, jane, moment(500)).run,
  );
  expect(nothing.evidence.portal_log.state).toBe('failed');
  expect(investigationOf(nothing)).toMatchObject({ cutOff: true });
});

it('of a refresh that reached anybody, no source that failed keeps its answer from before', () => {
  const ends = fc.constantFrom('answered', 'away', 'late', 'refused');
  const order = fc.shuffledSubarray([...keys], { minLength: keys.length });
  fc.assert(
    fc.property(fc.tuple(ends, ends, ends), order, (how, inOrder) => {
      const endOf = (key: Key) => how[keys.indexOf(key)];
      const resultOf = (key: Key): Result<unknown> => {
        if (endOf(key) === 'answered') return later[key];
        if (endOf(key) === 'refused')
          return failed({ source: key, kind: 'forbidden', status: 403 });
        return endOf(key) === 'away' ? away(key) : late(key);
      };
      const run = inOrder.reduce((now, key) => take(now, key, resultOf(key), 9_000), refreshed());
      const reached = how.some((end) => end === 'answered' || end === 'refused');
      expect(investigationOf(run).cutOff).toBe(!reached);
      for (const key of keys) {
        const lookup = run.evidence[key];
        const isNew = 'at' in lookup && lookup.at === 9_000;
        expect(isNew).toBe(reached);
        expect(lookup.state).toBe(reached && endOf(key) !== 'answered' ? 'failed' : 'answered');
      }
    }),
    { numRuns: runs(100, 1_000) },
  );
});
