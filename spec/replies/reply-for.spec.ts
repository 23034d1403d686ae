import { minutes, noon, portalLog, resetMail } from '../../fixtures/evidence';
import { catalogues } from '../../scripts/lib/replies-page';
import type { Mail } from '../../src/diagnosis/answers';
import type { Edition } from '../../src/diagnosis/diagnosis';
import { editions } from '../../src/diagnosis/editions';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import { outcomesOf } from '../../src/diagnosis/rules';
import { replyFor } from '../../src/replies/suggest';
import { replyNames } from '../../src/shared/reply';
import { loadCatalogue } from '../../src/wording/translate';

const answered = (...mails: readonly Mail[]) => ({
  portal_log: { state: 'answered', value: portalLog(...mails), askedAt: noon, at: noon } as const,
});
const refusedBecauseOfUs = { lostTo: 'our-sending' } as const;
const lostToTheMoment = { lostTo: 'the-moment' } as const;

describe.each([
  {
    page: 'passwords',
    edition: passwordEdition,
    kind: 'reset',
    outcome: 'reset_not_delivered',
    refused: 'reset_refused',
    delayed: 'reset_delayed',
    misrouted: 'reset_misrouted',
    other: 'sign_in_link',
  },
  {
    page: 'one-time links',
    edition: oneTimeLinkEdition,
    kind: 'sign_in_link',
    outcome: 'link_not_delivered',
    refused: 'link_refused',
    delayed: 'link_delayed',
    misrouted: 'link_misrouted',
    other: 'reset',
  },
] as const)(
  'by the page about $page',
  ({ edition, kind, outcome, refused, delayed, misrouted, other }) => {
    const mail = (change: Partial<Mail>) => resetMail('bounced', { kind, ...change });

    test('a mail lost to our own sending is not the customer’s to mend', () => {
      expect(replyFor(edition, outcome, answered(mail(refusedBecauseOfUs)))?.name).toBe(refused);
    });

    test('nor is one that was lost to the moment', () => {
      expect(replyFor(edition, outcome, answered(mail(lostToTheMoment)))?.name).toBe(delayed);
    });

    test('nor is a domain’s MX record a matter of the mailbox', () => {
      const lost = mail({ lostTo: 'the-mx-record' });
      expect(replyFor(edition, outcome, answered(lost))?.name).toBe(misrouted);
    });

    test.each([
      ['nothing of the kind is said', answered(mail({}))],
      [
        'only an older one was',
        answered(mail({}), mail({ ...refusedBecauseOfUs, sentAt: noon - minutes(10_000) })),
      ],
      [
        'a mail of another kind was',
        answered(mail({}), mail({ ...refusedBecauseOfUs, kind: other })),
      ],
      ['the log was not read', { portal_log: { state: 'not-asked' } as const }],
    ])('the reply is the one for any lost mail, where %s', (_why, evidence) => {
      expect(replyFor(edition, outcome, evidence)?.name).toBe(edition.replies[outcome]);
    });

    test('no other outcome is replied to in another way', () => {
      for (const id of outcomesOf(edition).filter((one) => one !== outcome)) {
        expect(replyFor(edition, id, answered(mail(refusedBecauseOfUs)))?.name).toBe(
          edition.replies[id],
        );
      }
    });
  },
);

test('every reply but the neutral one is one edition’s to an outcome', () => {
  const used = Object.values(editions).map(({ replies, ifLost }: Edition) => [
    ...Object.values(replies),
    ...Object.values(ifLost).flatMap(({ mail: _, ...instead }) => Object.values(instead)),
  ]);
  expect(replyNames.filter((name) => !used.flat().includes(name))).toEqual(['verify_ownership']);
  const [one = [], another = []] = used;
  expect(one.filter((name) => another.includes(name))).toEqual([]);
});

describe.each(catalogues)('in $language', (words) => {
  const administrator = /administ|admin\b|管理者/i;

  test.each([
    ['reset_refused', 'reset_not_delivered'],
    ['link_refused', 'link_not_delivered'],
    ['reset_delayed', 'reset_not_delivered'],
    ['link_delayed', 'link_not_delivered'],
  ] as const)('nobody is sent to an administrator by %s', (ours, theirs) => {
    const { found, ask, steps = [], back } = words.replies[ours];
    expect([found, ask, ...steps, back].join(' ')).not.toMatch(administrator);
    // The pattern would find one.
    expect(words.replies[theirs].steps?.join(' ')).toMatch(administrator);
  });

  test.each(['reset_misrouted', 'link_misrouted'] as const)(
    '%s is about the MX record, and not about the mailbox',
    (name) => {
      const { found, steps = [] } = words.replies[name];
      expect(`${found} ${steps[0]}`.match(/\bMX\b| MX /g)).toHaveLength(2);
      expect(steps).not.toContain(words.replies.reset_not_delivered.steps?.[0]);
    },
  );

  test('the engineer is not told to send them there either', async () => {
    const { words: panel } = await loadCatalogue(words.language);
    expect(panel['delivery.sender_refused.next']).not.toMatch(administrator);
    expect(panel['delivery.refused_by_policy.next']).toMatch(administrator);
  });
});
