import {
  accountAnswer,
  gitlabLog,
  jane,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import { failed, ok } from '../../src/shared/failure';
import { setUp } from './set-up';

describe('the account that the customer uses', () => {
  const two = [
    portalAccount({ id: '1800' }),
    portalAccount({ id: '1801', confirmedAt: null }),
  ] as const;

  async function chosen(key: string) {
    const setup = setUp();
    setup.investigation.investigate(jane);
    await setup.account.last().answer(ok(accountAnswer(...two)));
    await setup.portal.last().answer(ok(portalLog(resetMail('delivered'))));
    await setup.gitlab.last().answer(ok(gitlabLog()));
    setup.investigation.chooseAccount(key);
    return setup;
  }

  it('is taken for what its row says, and taken back with any answer that came of it', async () => {
    const { investigation, outcome, state } = await chosen('1801');
    expect(outcome()).toBe('unconfirmed');
    expect(state().diagnosis.byHand).toEqual(['confirmed']);
    investigation.chooseAccount('1800');
    expect(outcome()).toBe('no_known_cause');
    investigation.answerByHand('confirmed', undefined);
    expect(outcome()).toBe('open');
    expect(state().diagnosis.evidence).not.toHaveProperty('usedAccount');
  });

  it('is taken back as a whole, and what was answered besides stays', async () => {
    const { investigation, outcome, state, portal } = await chosen('1801');
    investigation.refresh();
    await portal.last().answer(failed({ source: 'portal_log', kind: 'forbidden', status: 403 }));
    investigation.answerByHand('portal_reset', 'sent');
    investigation.chooseAccount(undefined);
    expect([outcome(), state().diagnosis.byHand]).toEqual(['open', ['portal_reset']]);
    expect(state().diagnosis.evidence).not.toHaveProperty('usedAccount');
  });

  it('replaces what was answered of whichever account it was', async () => {
    const { investigation, outcome, state } = await chosen('4');
    expect(outcome()).toBe('open');
    investigation.answerByHand('confirmed', 'yes');
    expect(outcome()).toBe('no_known_cause');
    investigation.chooseAccount('1801');
    expect([outcome(), state().diagnosis.evidence.byHand]).toEqual(['unconfirmed', {}]);
  });

  it('is chosen for as long as it is found, and differs from the others', async () => {
    const { account, investigation, outcome } = await chosen('1800');
    investigation.refresh();
    await account.last().answer(ok(accountAnswer(...two)));
    expect(outcome()).toBe('no_known_cause');
    investigation.refresh();
    await account.last().answer(ok(accountAnswer(portalAccount({ id: '9' }), two[1])));
    expect(outcome()).toBe('open');
    investigation.refresh();
    await account.last().answer(ok(accountAnswer(...two)));
    expect(outcome()).toBe('open');
  });
});
