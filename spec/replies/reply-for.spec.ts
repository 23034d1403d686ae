import type { Mail } from '../../src/diagnosis/answers';
import { given } from '../../src/diagnosis/editions/given';
import { editions } from '../../src/diagnosis/editions';
import { outcomesOf } from '../../src/diagnosis/rules';
import { outcomeIds } from '../support/editions';
import { outcomeOf, replyFor } from '../../src/replies/reply-for';
import { replyNames } from '../../src/shared/reply-name';
import { loadCatalogue } from '../../src/wording/load-catalogue';
import { catalogues } from '../../scripts/draw-replies';
import { minutes, noon, portalLog, resetMail } from '../../fixtures/evidence';

const answered = (...mails: readonly Mail[]) => ({
  portal_log: { state: 'answered', value: portalLog(...mails), askedAt: noon, at: noon } as const,
});
const refused = resetMail('bounced', { lostTo: 'our-sending' });
const busy = resetMail('gave-up', { lostTo: 'the-moment' });

test('a reset lost to our own sending is not the customer’s to mend', () => {
  expect(replyFor(given, 'reset_not_delivered', answered(refused))).toBe('reset_refused');
});

test('nor is one that was lost to the moment', () => {
  expect(replyFor(given, 'reset_not_delivered', answered(busy))).toBe('reset_delayed');
});

test.each([
  ['nothing of the kind is said', answered(resetMail('bounced'))],
  ['only an older one was', answered(resetMail('bounced', { sentAt: noon - minutes(1) }), refused)],
  ['the log was not read', { portal_log: { state: 'not-asked' } as const }],
])('the reply is the one for any lost reset, where %s', (_why, evidence) => {
  expect(replyFor(given, 'reset_not_delivered', evidence)).toBe('reset_not_delivered');
});

test('no other outcome is replied to in another way', () => {
  for (const outcome of outcomeIds.filter((id) => id !== 'reset_not_delivered')) {
    expect(replyFor(given, outcome, answered(refused))).toBe(outcome);
  }
});

test('every reply but the neutral one is about an outcome', () => {
  const known: readonly unknown[] = Object.values(editions).flatMap(outcomesOf);
  const others = replyNames.filter((name) => !known.includes(outcomeOf(name)));
  expect(others).toEqual(['verify_ownership']);
  expect(outcomeOf('reset_delayed')).toBe('reset_not_delivered');
});

describe.each(catalogues)('in $language', (words) => {
  const administrator = /administ|admin\b|管理者/i;

  test('nobody is sent to an administrator for what was refused because of us', () => {
    const { found, ask, back } = words.replies.reset_refused;
    expect(`${found} ${ask} ${back}`).not.toMatch(administrator);
    // The pattern would find one.
    expect(words.replies.reset_not_delivered.steps?.join(' ')).toMatch(administrator);
  });

  test('the engineer is not told to send them there either', async () => {
    const { words: panel } = await loadCatalogue(words.language);
    expect(panel['delivery.sender_refused.next']).not.toMatch(administrator);
    expect(panel['delivery.refused_by_policy.next']).toMatch(administrator);
  });
});
