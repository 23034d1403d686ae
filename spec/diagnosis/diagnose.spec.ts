import { passwordEdition } from '../../src/diagnosis/editions/password';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { HandAnswers } from '../../src/diagnosis/evidence';
import {
  answered,
  evidence,
  failedLookup,
  gitlabLog,
  noon,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';

const byHand = (answers: HandAnswers) =>
  diagnose(
    evidence({
      customersdot: failedLookup,
      portal_log: answered(portalLog(resetMail('delivered'))),
      gitlab_log: answered(gitlabLog()),
      byHand: answers,
    }),
    { edition: passwordEdition, now: noon, customerWroteAt: undefined },
  ).byHand;

describe('what rests on answers by hand', () => {
  it('is named by those checks alone', () => {
    expect(byHand({})).toEqual([]);
    expect(byHand({ login: { value: 'on', at: noon } })).toEqual(['login']);
    expect(
      byHand({ login: { value: 'on', at: noon }, confirmed: { value: 'no', at: noon } }),
    ).toEqual(['login', 'confirmed']);
  });

  it('is nothing where the answer makes no difference', () => {
    expect(
      byHand({ login: { value: 'off', at: noon }, confirmed: { value: 'yes', at: noon } }),
    ).toEqual(['login']);
  });
});
