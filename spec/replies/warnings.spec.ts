import {
  days,
  gitlabLog,
  jane,
  noon,
  portalLog,
  resetMail,
  unaskedEvidence,
} from '../../fixtures/evidence';
import type { Mail, MailOutcome } from '../../src/diagnosis/answers';
import type { Evidence } from '../../src/diagnosis/evidence';
import { replyWarnings } from '../../src/replies/suggest';
import { diagnosis, nothingKnown } from './a-diagnosis';

const requester = (deliverableState: string | undefined, value: string = jane) => ({
  email: jane,
  identities: [{ type: 'email', value, deliverableState }],
});

const answered = <T>(value: T) => ({ state: 'answered', value, askedAt: noon, at: noon }) as const;

const kinds = (who: Parameters<typeof replyWarnings>[0], known: Partial<Evidence> = {}) =>
  replyWarnings(who, diagnosis({ evidence: unaskedEvidence(known) })).map(({ kind }) => kind);

describe('warnings about our own reply', () => {
  it.each([
    ['undeliverable', ['undeliverable-in-zendesk']],
    ['deliverable', []],
    ['mailing_list', []],
    [undefined, []],
  ])('an address that Zendesk calls %s', (state, expected) => {
    expect(kinds(requester(state))).toEqual(expected);
  });

  it('are about the address the reply goes to, case aside', () => {
    expect(kinds(requester('undeliverable', 'Jane.Doe@Example.com '))).toHaveLength(1);
    expect(kinds(requester('undeliverable', 'other@example.com'))).toEqual([]);
    const both = [
      ...requester('deliverable', 'other@example.com').identities,
      ...requester('undeliverable').identities,
    ];
    expect(kinds({ email: jane, identities: both })).toHaveLength(1);
    expect(kinds({ ...requester('undeliverable'), email: ` ${jane}` })).toHaveLength(1);
    const phone = { type: 'phone_number', value: jane, deliverableState: 'undeliverable' };
    expect(kinds({ email: jane, identities: [phone] })).toEqual([]);
  });

  it('need a requester with an address', () => {
    expect(replyWarnings(undefined, diagnosis())).toHaveLength(0);
    expect(kinds({ email: undefined, identities: requester('undeliverable').identities })).toEqual(
      [],
    );
  });

  it.each(['our-sending', 'the-moment'] as const)('say nothing of a reset lost to %s', (lostTo) => {
    const log = portalLog(resetMail('bounced', { lostTo }));
    expect(kinds(requester('deliverable'), { portal_log: answered(log) })).toEqual([]);
  });

  it('are said of a wrong MX record, which keeps every email from arriving', () => {
    const log = portalLog(resetMail('bounced', { lostTo: 'the-mx-record' }));
    expect(kinds(requester('deliverable'), { portal_log: answered(log) })).toEqual([
      'reset-bounced',
    ]);
  });

  it.each<[MailOutcome, boolean]>([
    ['bounced', true],
    ['delayed-bounce', true],
    ['suppressed', true],
    ['gave-up', true],
    ['failed', true],
    ['rejected', false],
    ['delivered', false],
    ['accepted', false],
    ['retrying', false],
    ['unclear', false],
  ])('a reset that was %s: %s', (outcome, warned) => {
    const expected = warned ? ['reset-bounced'] : [];
    const mail = resetMail(outcome);
    expect(kinds(requester(undefined), { portal_log: answered(portalLog(mail)) })).toEqual(
      expected,
    );
    expect(kinds(requester(undefined), { gitlab_log: answered(gitlabLog(mail)) })).toEqual(
      expected,
    );
  });

  it('go by the newest reset of either site', () => {
    const bounced = resetMail('bounced', { sentAt: noon - days(3) });
    const arrived = resetMail('delivered', { sentAt: noon - days(1) });
    const who = requester(undefined);
    expect(
      kinds(who, {
        portal_log: answered(portalLog(bounced)),
        gitlab_log: answered(gitlabLog(arrived)),
      }),
    ).toEqual([]);
    const bouncedLast = resetMail('bounced', { sentAt: noon });
    expect(
      kinds(who, {
        portal_log: answered(portalLog(arrived, bounced)),
        gitlab_log: answered(gitlabLog(bouncedLast)),
      }),
    ).toEqual(['reset-bounced']);
  });

  it('name the kind of mail that was lost last, whatever the page', () => {
    const link = (outcome: MailOutcome, sentAt: number) =>
      resetMail(outcome, { kind: 'sign_in_link', sentAt });
    const lost = (...mails: readonly Mail[]) =>
      kinds(requester(undefined), { portal_log: answered(portalLog(...mails)) });
    expect(lost(link('bounced', noon))).toEqual(['link-bounced']);
    expect(lost(link('suppressed', noon), resetMail('delivered'))).toEqual(['link-bounced']);
    expect(lost(link('delivered', noon), resetMail('bounced'))).toEqual([]);
    expect(lost(link('delivered', noon - days(9)), resetMail('bounced'))).toEqual([
      'reset-bounced',
    ]);
    expect(lost(resetMail('bounced', { kind: 'confirmation' }))).toEqual([]);
  });

  it('do not take other mail, or another address, for the requester’s reset', () => {
    const other = resetMail('bounced', { kind: 'other' });
    expect(kinds(requester(undefined), { portal_log: answered(portalLog(other)) })).toEqual([]);
    const log = answered(portalLog(resetMail('bounced')));
    expect(kinds(requester(undefined), { address: 'x@example.com', portal_log: log })).toEqual([]);
    expect(kinds(requester(undefined), { address: jane.toUpperCase(), portal_log: log })).toEqual([
      'reset-bounced',
    ]);
  });

  it('believe the engineer who looked it up', () => {
    const byHand = (value: 'undelivered' | 'sent', by: 'hand' | 'lookup') => {
      const fact = { known: true, value, by, at: noon, insteadOf: { kind: 'pending' } } as const;
      return replyWarnings(
        requester('undeliverable'),
        diagnosis({ facts: { ...nothingKnown, portal_reset: fact } }),
      ).map(({ kind }) => kind);
    };
    expect(byHand('undelivered', 'hand')).toEqual(['undeliverable-in-zendesk', 'reset-bounced']);
    expect(byHand('sent', 'hand')).toEqual(['undeliverable-in-zendesk']);
    expect(byHand('undelivered', 'lookup')).toEqual(['undeliverable-in-zendesk']);

    const ofLink = (value: 'undelivered' | 'expired') =>
      replyWarnings(
        requester(undefined),
        diagnosis({
          evidence: unaskedEvidence({ portal_log: answered(portalLog(resetMail('bounced'))) }),
          facts: {
            ...nothingKnown,
            sign_in_link: {
              known: true,
              value,
              by: 'hand',
              at: noon,
              insteadOf: { kind: 'no-subjects' },
            },
          },
        }),
      ).map(({ kind }) => kind);
    expect(ofLink('undelivered')).toEqual(['link-bounced']);
    expect(ofLink('expired')).toEqual([]);
  });
});
