import {
  evidence,
  minutes,
  noon,
  pending,
  portalLog,
  resetMail,
  withPortalLog,
} from '../../fixtures/evidence';
import { mailsOf } from '../../src/diagnosis/answers';
import { lastConfirmation } from '../../src/diagnosis/evidence';

const older = resetMail('delivered', { sentAt: noon - minutes(10) });
const newer = resetMail('bounced', { sentAt: noon - minutes(5) });
const confirmation = resetMail('bounced', { kind: 'confirmation', sentAt: noon });
const firstConfirmation = resetMail('delivered', { kind: 'confirmation', sentAt: noon - 1 });

describe('mails of a kind', () => {
  it('come newest first and leave the others out', () => {
    const log = portalLog(older, confirmation, newer);
    expect(mailsOf(log, 'reset')).toEqual([newer, older]);
    expect(mailsOf(log, 'confirmation')).toEqual([confirmation]);
  });
});

describe('the last confirmation mail', () => {
  it('is the newest in the log of the portal', () => {
    const log = portalLog(firstConfirmation, confirmation, newer);
    expect(lastConfirmation(withPortalLog(log))).toBe(confirmation);
  });

  it('is not known without one, or without the log', () => {
    expect(lastConfirmation(withPortalLog(portalLog(newer)))).toBeUndefined();
    expect(lastConfirmation(evidence({ portal_log: pending }))).toBeUndefined();
  });
});
