import {
  accountAnswer,
  answered,
  askedEvidence,
  failedLookup,
  gitlabLog,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import type { PortalAccount } from '../../src/diagnosis/answers';
import type { CheckId } from '../../src/diagnosis/checks';
import { diagnose } from '../../src/diagnosis/diagnose';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import type { Evidence } from '../../src/diagnosis/evidence';
import { evidenceLines } from '../../src/panel/check-row';
import { messages } from '../support/render-panel';

function linesOf(check: CheckId, found: Evidence): readonly string[] {
  const { trace } = diagnose(found, {
    edition: passwordEdition,
    now: noon,
    customerWroteAt: undefined,
  });
  return trace
    .filter((step) => step.check === check)
    .flatMap((step) => evidenceLines(step, found, messages));
}

const linesOn = (check: CheckId, ...changes: readonly Partial<PortalAccount>[]) =>
  linesOf(
    check,
    askedEvidence({ customersdot: answered(accountAnswer(...changes.map(portalAccount))) }),
  );

describe('what a check of one account rests on', () => {
  it.each([
    [{ confirmedAt: undefined, confirmed: true }, ['“Confirmed at” is filled']],
    [{ confirmedAt: undefined, confirmed: false }, ['“Confirmed at” is empty']],
    [{ confirmedAt: null }, ['“Confirmed at” is empty']],
    [{}, ['On 7 May']],
    [{ confirmedAt: undefined }, []],
  ])('is, where the answer has %j', (account, lines) => {
    expect(linesOn('confirmed', account)).toEqual(lines);
  });

  it.each([
    [true, ['“Login activated” is checked']],
    [false, ['“Login activated” is unchecked']],
    [undefined, []],
  ])('is its login, where that is %s', (loginActivated, lines) => {
    expect(linesOn('login', { loginActivated })).toEqual(lines);
  });
});

describe('what an answer by hand stands beside', () => {
  const byHand = { portal_reset: { value: 'undelivered', at: noon, mail: 'one' } } as const;

  it('is what the log says, which may contradict it', () => {
    const underway = portalLog(resetMail('retrying', { id: 'one' }));
    const found = askedEvidence({ portal_log: answered(underway), byHand });
    expect(linesOf('portal_reset', found)).toEqual([
      '1 reset email',
      'Last: 21 Nov, 12:00, delayed',
    ]);
  });

  it('is nothing where no log was read', () => {
    expect(linesOf('portal_reset', askedEvidence({ portal_log: failedLookup, byHand }))).toEqual(
      [],
    );
  });
});

describe('what a check of several accounts rests on', () => {
  it('is the login of each', () => {
    expect(
      linesOn(
        'login',
        { id: '4' },
        { id: '911', loginActivated: false },
        { id: '912', loginActivated: undefined },
      ),
    ).toEqual([
      'Account 4: “Login activated” is checked',
      'Account 911: “Login activated” is unchecked',
      'Account 912: The answer does not say.',
    ]);
  });

  it('is the confirmation of each, where they agree too', () => {
    expect(linesOn('confirmed', { id: '4' }, { id: '911' })).toEqual([
      'Account 4: On 7 May',
      'Account 911: On 7 May',
    ]);
    expect(
      linesOn('confirmed', { id: '4', confirmedAt: null }, { id: '911', confirmedAt: undefined }),
    ).toEqual(['Account 4: “Confirmed at” is empty', 'Account 911: The answer does not say.']);
  });
});

describe('what a check of a log rests on', () => {
  it('is the window of a whole one without resets', () => {
    const found = askedEvidence({
      portal_log: answered(portalLog()),
      gitlab_log: answered({ ...gitlabLog(), truncated: true }),
    });

    expect(linesOf('portal_reset', found)).toEqual(['None in the 30 days up to 12:00']);
    expect(linesOf('gitlab_reset', found)).toEqual([]);
  });
});
