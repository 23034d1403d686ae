import { failureIn } from '../../src/diagnosis/evidence';
import {
  accountAnswer,
  answered,
  evidence,
  failedLookup,
  failure,
  pending,
  portalAccount,
  portalLog,
} from '../../fixtures/evidence';

const half = answered({ ...accountAnswer(portalAccount()), confirmedFailure: failure });

test('is what kept a source from answering', () => {
  expect(failureIn(evidence({ customersdot: failedLookup }), 'customersdot')).toBe(failure);
  expect(failureIn(evidence({ portal_log: failedLookup }), 'portal_log')).toBe(failure);
  expect(failureIn(evidence({ gitlab_log: failedLookup }), 'gitlab_log')).toBe(failure);
});

test('is what kept CustomersDot from answering all of it', () => {
  expect(failureIn(evidence({ customersdot: half }), 'customersdot')).toBe(failure);
});

test('is what kept a log from being read to its end', () => {
  const cutOff = answered({ ...portalLog(), truncated: true, failure });
  expect(failureIn(evidence({ portal_log: cutOff }), 'portal_log')).toBe(failure);
  expect(failureIn(evidence({ portal_log: cutOff }), 'gitlab_log')).toBeUndefined();
  expect(failureIn(evidence({ gitlab_log: cutOff }), 'gitlab_log')).toBe(failure);
});

test('is nothing of another source, nor of one that answered or is still asked', () => {
  const others = evidence({ customersdot: half, portal_log: pending });
  expect(failureIn(others, 'portal_log')).toBeUndefined();
  expect(failureIn(others, 'gitlab_log')).toBeUndefined();
  expect(failureIn(evidence(), 'customersdot')).toBeUndefined();
  expect(failureIn(evidence({ customersdot: pending }), 'customersdot')).toBeUndefined();
});
