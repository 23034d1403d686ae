/** @jest-environment jsdom */
import { minutes, noon, portalLog, resetMail } from '../../fixtures/evidence';
import { lostWords } from '../../scripts/lib/replies-page';
import type { Mail } from '../../src/diagnosis/answers';
import { lossReasons } from '../../src/diagnosis/delivery-advice';
import { editions } from '../../src/diagnosis/editions';
import { loadReason } from '../../src/replies/catalogue';
import { bundledReply, fitToTicket, replyFromMacro } from '../../src/replies/compose-reply';
import { type ReplyReason, replyFor } from '../../src/replies/suggest';
import { catalogues, english } from './all-replies';

const confirmation = ({ outcome = 'bounced', ...change }: Partial<Mail> = {}) =>
  resetMail(outcome, { id: 'confirmation', kind: 'confirmation', ...change });
const later = (outcome: Mail['outcome'], change: Partial<Mail> = {}) =>
  resetMail(outcome, { id: 'later', sentAt: confirmation().sentAt + minutes(5), ...change });

const reasonFor = (...mails: readonly Mail[]): ReplyReason | undefined => {
  const value = portalLog(...mails);
  const portal_log = { state: 'answered', value, askedAt: noon, at: noon } as const;
  const [one, other] = [editions.password, editions.one_time_link].map(
    (edition) => replyFor(edition, 'unconfirmed', { portal_log })?.reason,
  );
  expect(one).toBe(other);
  return one;
};

describe('what the last confirmation was lost to', () => {
  it.each<[string, readonly Mail[], ReplyReason | undefined]>([
    ['there is none', [], undefined],
    ['it arrived', [confirmation({ outcome: 'delivered' })], undefined],
    ['it is underway', [confirmation({ outcome: 'retrying' })], undefined],
    ['a full mailbox', [confirmation({ lostTo: 'mailbox_full' })], 'mailbox_full'],
    ['our own sending', [confirmation({ lostTo: 'our-sending' })], 'our-sending'],
    ['nobody knows to what', [confirmation()], 'lost'],
    [
      'to what is over, as a later mail of the portal arrived',
      [later('delivered'), confirmation({ lostTo: 'mailbox_full' })],
      'lost-before',
    ],
    [
      'a later reset was lost as well',
      [later('bounced'), confirmation({ lostTo: 'mailbox_full' })],
      'mailbox_full',
    ],
    [
      'an older one only',
      [later('delivered', { kind: 'confirmation' }), confirmation({ lostTo: 'mailbox_full' })],
      undefined,
    ],
  ])('%s', (_what, mails, reason) => {
    expect(reasonFor(...mails)).toBe(reason);
  });

  it('is not known where the log is not', () => {
    const asked = { portal_log: { state: 'not-asked' } } as const;
    expect(replyFor(editions.password, 'unconfirmed', asked)?.reason).toBeUndefined();
  });
});

const others = ['our-sending', 'the-moment', 'the-mx-record', 'lost', 'lost-before'] as const;
const names = ['unconfirmed', 'unconfirmed_with_link'] as const;
const everyCase = catalogues.flatMap((words) =>
  names.flatMap((name) =>
    [...lossReasons, ...others].map((reason) => [words.language, name, reason, words] as const),
  ),
);
const confirmationUrl = 'https://customers.gitlab.com/customers/confirmation/new';

describe('an unconfirmed account whose confirmation mail was lost', () => {
  it.each(everyCase)('in %s, %s, lost to %s', async (language, name, reason, words) => {
    const its = await loadReason(language, reason);
    const asked = { language, why: 'missing', requesterName: 'Jane Doe' } as const;
    const { text, unresolved } = bundledReply(words, { name, reason: its, ...asked });
    const { found, steps: [look = ''] = [] } = words.replies[name];
    expect(text).toContain(found);
    expect(text).toContain(words.confirmation.lost);
    // Nobody looks for a mail that did not arrive; where the next is requested is said all the same.
    expect(text).not.toContain(look.slice(0, 20));
    expect(text).toContain(confirmationUrl);
    expect(text).not.toContain('password/new');
    expect(text).not.toMatch(/[{}]/);
    expect(unresolved).toEqual([]);
    const loss = lossReasons.find((one) => one === reason);
    const itsOwn = loss ? lostWords[language][loss] : { found: '', first: '' };
    expect(text).toContain(itsOwn.found);
    expect(text).toContain(itsOwn.first === '' ? '' : `\n\n1. ${itsOwn.first}\n2. `);
    const [, open = '', signIn = ''] = words.replies[name].steps ?? [];
    const places = [confirmationUrl, open, signIn.replace(/\{.*/, '')].map((one) =>
      text.lastIndexOf(one),
    );
    const isInOrder = places.every((at, index) => at > (places[index - 1] ?? 0));
    expect(isInOrder || reason === 'our-sending').toBe(true);
    const said = text.split('\n').filter((line) => line !== '');
    expect(new Set(said).size).toBe(said.length);
    expect(text.split(/\s+/).length).toBeLessThan(170);
  });

  it('whatever else is lost, nobody is told that something is blocked that is not', async () => {
    for (const reason of ['gave_up', 'the-moment', 'the-mx-record', 'lost-before'] as const) {
      const its = await loadReason('en', reason);
      const { text } = bundledReply(english, {
        name: 'unconfirmed',
        reason: its,
        language: 'en',
        why: 'missing',
        requesterName: '',
      });
      expect(text).not.toMatch(/Once we have confirmed that|clear any block/);
    }
  });

  it.each(names)(
    'is what the app’s own macro says too, where it is unchanged: %s',
    async (name) => {
      const its = await loadReason('en', 'mailbox_full');
      if (!its) throw new Error('There are no words.');
      const asked = { language: 'en', why: 'missing', requesterName: 'Jane Doe' } as const;
      const { html } = bundledReply(english, { name, ...asked });
      const macro = replyFromMacro(
        name,
        { macroId: 7, title: 'Ours', html, ownMacro: false },
        'Jane Doe',
      );
      const fitted = fitToTicket(macro, english, { reason: its });
      expect(fitted.html).toBe(bundledReply(english, { name, reason: its, ...asked }).html);
      const edited = { ...macro, html: html.replace('spam folder', 'other folders') };
      expect(fitToTicket(edited, english, { reason: its }).macroIs).toBe('general');
    },
  );
});
