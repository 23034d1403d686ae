import { answered, askedEvidence, gitlabLog, portalLog, resetMail } from '../../fixtures/evidence';
import type { MailLog } from '../../src/diagnosis/answers';
import { lanesOf } from '../../src/panel/mail-lanes';

const reset = resetMail('delivered');

function portalState(log: MailLog) {
  const asked = askedEvidence({ portal_log: answered(log), gitlab_log: answered(gitlabLog()) });
  return lanesOf(asked, log.window).map(({ state }) => state)[0];
}

describe('the lane of a log', () => {
  it('says "none" of a whole log without mails', () => {
    expect(portalState(portalLog())).toBe('none');
  });

  it.each([{ truncated: true }, { unreadable: 1 }])('does not know of mails in %j', (gap) => {
    expect(portalState({ ...portalLog(), ...gap })).toBe('not_known');
  });

  it.each([{}, { truncated: true }, { unreadable: 1 }])('shows what was found in %j', (gap) => {
    expect(portalState({ ...portalLog(reset), ...gap })).toBe('mails');
  });
});
