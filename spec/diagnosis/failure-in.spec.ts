import { failureIn } from '../../src/diagnosis/evidence';
import { accountAnswer, portalAccount, portalLog } from '../support/evidence';
import { answered, evidence, failedLookup, failure, pending } from './evidence-builders';

const half = answered({ ...accountAnswer(portalAccount()), confirmedFailure: failure });

test('is what kept a source from answering', () => {
  expect(failureIn(evidence({ account: failedLookup }), 'account')).toBe(failure);
  expect(failureIn(evidence({ portalLog: failedLookup }), 'portalLog')).toBe(failure);
  expect(failureIn(evidence({ gitlabLog: failedLookup }), 'gitlabLog')).toBe(failure);
});

test('is what kept CustomersDot from answering all of it', () => {
  expect(failureIn(evidence({ account: half }), 'account')).toBe(failure);
});

test('is what kept a log from being read to its end', () => {
  const cutOff = answered({ ...portalLog(), truncated: true, failure });
  expect(failureIn(evidence({ portalLog: cutOff }), 'portalLog')).toBe(failure);
  expect(failureIn(evidence({ portalLog: cutOff }), 'gitlabLog')).toBeUndefined();
  expect(failureIn(evidence({ gitlabLog: cutOff }), 'gitlabLog')).toBe(failure);
});

test('is nothing of another source, nor of one that answered or is still asked', () => {
  const others = evidence({ account: half, portalLog: pending });
  expect(failureIn(others, 'portalLog')).toBeUndefined();
  expect(failureIn(others, 'gitlabLog')).toBeUndefined();
  expect(failureIn(evidence(), 'account')).toBeUndefined();
  expect(failureIn(evidence({ account: pending }), 'account')).toBeUndefined();
});
