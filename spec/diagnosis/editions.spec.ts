import type { ListedKind } from '../../src/diagnosis/answers';
import { editions, otherSignIn } from '../../src/diagnosis/editions';

describe('what the mails of the portal say against the setting portal_sign_in', () => {
  /** The other value is told by the mail that it expects: several editions may expect the same one. */
  it.each<['password' | 'one_time_link', readonly ListedKind[], ListedKind | undefined]>([
    ['password', [], undefined],
    ['password', ['reset', 'confirmation'], undefined],
    ['password', ['sign_in_link'], 'sign_in_link'],
    // Who gets links has no use for a password; the old reset page may still be there.
    ['password', ['reset', 'sign_in_link'], 'sign_in_link'],
    ['one_time_link', [], undefined],
    ['one_time_link', ['sign_in_link'], undefined],
    ['one_time_link', ['reset', 'sign_in_link'], undefined],
    ['one_time_link', ['confirmation', 'reset'], 'reset'],
    ['password', ['confirmation'], undefined],
    ['one_time_link', ['confirmation'], undefined],
  ])('%s, with %j: %s', (chosen, kinds, mail) => {
    const other = otherSignIn(chosen, kinds);
    expect(other && editions[other].signInMail).toBe(mail);
  });
});

describe('an edition', () => {
  it.each(Object.entries(editions))(
    '%s speaks of the mail that lets a customer in',
    (_, edition) => {
      expect(edition.mails).toContain(edition.signInMail);
    },
  );

  it.each([
    ['password', 'reset_not_delivered', 'reset'],
    ['one_time_link', 'link_not_delivered', 'sign_in_link'],
  ] as const)('%s has other replies to one outcome alone, %s', (name, outcome, mail) => {
    const reply = outcome.replace('_not_delivered', '');
    expect(editions[name].ifLost).toEqual({
      [outcome]: {
        mail,
        'our-sending': `${reply}_refused`,
        'the-moment': `${reply}_delayed`,
        'the-mx-record': `${reply}_misrouted`,
      },
    });
  });
});
