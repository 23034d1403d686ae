/** @jest-environment jsdom */
import fc from 'fast-check';
import { noon, portalLog, resetMail } from '../../fixtures/evidence';
import { lostWords } from '../../scripts/lib/replies-page';
import type { LossReason, Mail } from '../../src/diagnosis/answers';
import { deliveryAdvice, lossReasons, lostTo } from '../../src/diagnosis/delivery-advice';
import { editions } from '../../src/diagnosis/editions';
import { bundledReply, fitToTicket, replyFromMacro } from '../../src/replies/compose-reply';
import { type ReplyText, replyFor } from '../../src/replies/suggest';
import type { Language } from '../../src/shared/reply';
import { loadCatalogue } from '../../src/wording/translate';
import { runs } from '../support/runs';
import { catalogues, english } from './all-replies';
import { hostileHtml } from './hostile';

const names = ['reset_not_delivered', 'link_not_delivered'] as const;
type Name = (typeof names)[number];

const everyCase = catalogues.flatMap((words) =>
  lossReasons.flatMap((reason) =>
    names.map((name) => [words.language, reason, name, words] as const),
  ),
);

const lostIn = (language: Language, reason: LossReason | undefined) =>
  reason && { reason, ...lostWords[language][reason] };

const bundled = (words: (typeof catalogues)[number], name: Name, reason?: LossReason) =>
  bundledReply(words, {
    name,
    reason: lostIn(words.language, reason),
    language: words.language,
    why: 'missing',
    requesterName: 'Jane Doe',
  });

/** What only one reason is about, in the words of each language. */
const topics: Record<string, { of: readonly LossReason[]; words: Record<Language, RegExp> }> = {
  'a full mailbox': {
    of: ['mailbox_full'],
    words: {
      en: /\bfull\b|room/,
      de: /\bvoll\b|Platz/,
      es: /lleno|espacio/,
      fr: /pleine|place/,
      ja: /いっぱい|空き/,
      'pt-BR': /cheia|espaço/,
    },
  },
  'a typing error': {
    of: ['no_such_mailbox', 'no_such_domain'],
    words: {
      en: /typing error/,
      de: /Tippfehler/,
      es: /algún error|ningún error|un error/,
      fr: /faute de frappe/,
      ja: /入力ミス/,
      'pt-BR': /erro de digitação/,
    },
  },
  'spam, by the receiver or by the customer': {
    of: ['refused_by_policy', 'suppressed_complaint'],
    words: {
      en: /spam/,
      de: /[Ss]pam/,
      es: /spam/,
      fr: /antispam|indésirable/,
      ja: /迷惑メール/,
      'pt-BR': /spam/,
    },
  },
  'whether our email is wanted': {
    of: ['suppressed', 'suppressed_complaint', 'suppressed_unsubscribe'],
    words: {
      en: /want to receive/,
      de: /erhalten möchten/,
      es: /desea (volver a )?recibir/,
      fr: /souhaitez/,
      ja: /ご希望/,
      'pt-BR': /quiser/,
    },
  },
  'hours of trying': {
    of: ['gave_up'],
    words: {
      en: /hours/,
      de: /stundenlang/,
      es: /horas/,
      fr: /heures/,
      ja: /数時間/,
      'pt-BR': /horas/,
    },
  },
};

const sentences = (text: string): readonly string[] =>
  text.split(/\n+|(?<=[.。:])\s+/).filter((one) => one !== '' && one !== '1.');

describe('a reply about a lost mail', () => {
  it.each(everyCase)(
    'in %s has the first step of its reason, %s: %s',
    (_l, reason, name, words) => {
      const { text, unresolved } = bundled(words, name, reason);
      const { found, first } = lostWords[words.language][reason];
      expect(text).toContain(`${found}\n\n${words.replies[name].ask}\n\n1. ${first}\n2. `);
      expect(text).not.toContain(words.replies[name].steps?.[0]);
      expect(unresolved).toEqual([]);
      expect(text).not.toMatch(/[{}]/);
      expect(text).toContain(
        `https://customers.gitlab.com/customers/${name === 'reset_not_delivered' ? 'password/new' : 'sign_in'}`,
      );
      const said = sentences(text);
      expect(new Set(said).size).toBe(said.length);
    },
  );

  it.each(catalogues.filter(({ language }) => language !== 'ja'))(
    'in $language stays under 140 words, whatever the reason',
    (words) => {
      for (const reason of lossReasons) {
        for (const name of names) {
          expect(bundled(words, name, reason).text.split(/\s+/).length).toBeLessThan(140);
        }
      }
    },
  );

  describe.each(Object.entries(topics))('speaks of %s', (_topic, { of, words: patterns }) => {
    it.each(catalogues)('in $language where the verdict does, and nowhere else', async (words) => {
      const pattern = patterns[words.language];
      const { words: panel } = await loadCatalogue(words.language);
      for (const reason of lossReasons) {
        const { found, first } = lostWords[words.language][reason];
        expect([reason, pattern.test(`${found} ${first}`)]).toEqual([reason, of.includes(reason)]);
      }
      // The verdict's sentences are of the same reasons, by the same ids.
      for (const reason of of) expect(panel[`delivery.${reason}`]).toBeDefined();
    });
  });

  it('asks for an answer once, and not at all where nothing is blocked', () => {
    const asks = (reason: LossReason) =>
      bundled(english, 'reset_not_delivered', reason).text.match(/please reply/gi) ?? [];
    for (const reason of lossReasons) {
      expect([reason, asks(reason).length]).toEqual([reason, reason === 'gave_up' ? 0 : 1]);
    }
  });
});

const outcomes = [
  'bounced',
  'delayed-bounce',
  'gave-up',
  'failed',
  'suppressed',
  'rejected',
] as const;
const serverText = fc.oneof(
  hostileHtml,
  fc.constantFrom(
    '550 5.1.1 No such user',
    '552 5.2.2 mailbox full',
    'Message rejected as spam',
    'account disabled',
    'Domain not found',
    'message too large',
    'Greylisted',
    'your IP is blacklisted',
    'Relaying denied',
  ),
);
const lostMail: fc.Arbitrary<Mail> = fc
  .record({
    outcome: fc.constantFrom(...outcomes),
    text: serverText,
    suppressedBy: fc.constantFrom(undefined, 'bounce', 'complaint', 'unsubscribe'),
    kind: fc.constantFrom('reset', 'sign_in_link'),
  } as const)
  .map(({ outcome, text, suppressedBy, kind }) =>
    resetMail(outcome, {
      kind,
      report: { text: `${text} Zzyzx`, ...(suppressedBy === undefined ? {} : { suppressedBy }) },
    }),
  );

describe('whatever a mail server says', () => {
  it('the reply’s reason is the one of the verdict’s sentence, and none of its words get into the reply', () => {
    fc.assert(
      fc.property(lostMail, fc.constantFrom(...catalogues), (mail, words) => {
        const to = lostTo(mail);
        const told = to === undefined ? mail : { ...mail, lostTo: to };
        const portal_log = {
          state: 'answered',
          value: portalLog(told),
          askedAt: noon,
          at: noon,
        } as const;
        const isReset = mail.kind === 'reset';
        const reply = isReset
          ? replyFor(editions.password, 'reset_not_delivered', { portal_log })
          : replyFor(editions.one_time_link, 'link_not_delivered', { portal_log });
        const { id } = deliveryAdvice(mail, noon);
        expect(reply?.reason).toBe(lossReasons.find((reason) => reason === id));
        const name = reply?.name ?? 'no_account';
        const { html, text, unresolved } = bundledReply(words, {
          name,
          reason: lostIn(
            words.language,
            lossReasons.find((one) => one === reply?.reason),
          ),
          language: words.language,
          why: 'missing',
          requesterName: 'Jane Doe',
        });
        expect(html).not.toContain('Zzyzx');
        expect(unresolved).toEqual([]);
        const said = sentences(text);
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: runs(300, 10_000) },
    );
  });
});

describe('a macro about a lost mail', () => {
  const macro = (html: string, name: Name = 'reset_not_delivered') =>
    replyFromMacro(name, { macroId: 7, title: 'Ours', html, ownMacro: false }, 'Jane Doe');

  const fitted = (reply: ReplyText, reason: LossReason) =>
    fitToTicket(reply, english, { reason: { reason, ...lostWords.en[reason] } });

  it.each(names.flatMap((name) => lossReasons.map((reason) => [name, reason] as const)))(
    'says the reason where its words are the app’s own: %s, %s',
    (name, reason) => {
      const general = bundled(english, name).html;
      const reply = fitted(macro(general, name), reason);
      expect(reply.html).toBe(bundled(english, name, reason).html);
      expect(reply.text).toBe(bundled(english, name, reason).text);
      expect(reply.macroIs).toEqual({ fitted: { written: general } });
      expect(reply.origin.kind).toBe('macro');
    },
  );

  it('keeps what an admin has added around them', () => {
    const general = bundled(english, 'reset_not_delivered').html;
    const { html } = fitted(macro(`${general}<p>Your support team</p>`), 'gave_up');
    const expected = bundled(english, 'reset_not_delivered', 'gave_up').html;
    expect(html).toBe(`${expected}<p>Your support team</p>`);
  });

  it('stays as it is where an admin has changed any of them, and says so', () => {
    const general = bundled(english, 'reset_not_delivered').html;
    for (const written of [
      general.replace('This usually helps:', 'Please do this:'),
      general.replace('Your email administrator can help.', ''),
      '<p>Call us.</p>',
      '',
    ]) {
      const reply = macro(written);
      expect(fitted(reply, 'mailbox_full')).toEqual({ ...reply, macroIs: 'general' });
    }
  });

  it('loses nothing of whatever else an admin has written', () => {
    fc.assert(
      fc.property(hostileHtml, fc.constantFrom(...lossReasons), (written, reason) => {
        const reply = macro(written);
        expect(fitted(reply, reason)).toEqual({ ...reply, macroIs: 'general' });
      }),
      { numRuns: runs(200, 5_000) },
    );
  });
});
