/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { repliesPage, requirements } from '../../scripts/lib/replies-page';
import { type ReplyCatalogue, loadReplies, portalLinks } from '../../src/replies/catalogue';
import { bundledReply } from '../../src/replies/compose-reply';
import { type Language, replyNames } from '../../src/shared/reply';
import { catalogues, english } from './all-replies';

const everyReply = catalogues.flatMap((words) =>
  replyNames.map((name) => [words.language, name, words] as const),
);

const reply = (
  words: ReplyCatalogue,
  name: (typeof replyNames)[number],
  requesterName = 'Jane Doe',
) => bundledReply(words, { name, language: words.language, why: 'missing', requesterName });

/** What a customer is asked to do, in all replies. */
const toDo = ({ replies }: ReplyCatalogue): readonly string[] =>
  replyNames.flatMap((name) => [...(replies[name].steps ?? []), ...(replies[name].choices ?? [])]);

/** Every leaf by its path, with the links in it: what all languages must have in common. */
function shape(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') {
    return [`${path} ${(value.match(/\{\w+\}/g) ?? []).sort().join(' ')}`];
  }
  return Object.entries(value as object)
    .filter(([key]) => key !== 'language')
    .flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}

describe('the words of the replies', () => {
  it.each(catalogues.map((words) => [words.language, words] as const))(
    'in %s have the same parts and the same links as in English',
    (_language, words) => {
      expect(shape(words)).toEqual(shape(english));
    },
  );

  it('are not English in another language', () => {
    const asText = (words: ReplyCatalogue) => replyNames.map((name) => reply(words, name).text);
    const englishTexts = new Set(asText(english));
    const copied = catalogues
      .filter(({ language }) => language !== 'en')
      .flatMap((words) => asText(words).filter((text) => englishTexts.has(text)));
    expect(copied).toEqual([]);
  });

  it.each(everyReply.filter(([language]) => language !== 'ja'))(
    'in %s stay under 120 words: %s',
    (_language, name, words) => {
      expect(reply(words, name).text.split(/\s+/).length).toBeLessThan(120);
    },
  );

  it.each(everyReply)(
    'in %s greet by name, leave nothing unfilled: %s',
    (_language, name, words) => {
      const { html, text, unresolved } = reply(words, name);
      expect(text.split('\n')[0]).toContain('Jane Doe');
      expect(unresolved).toEqual([]);
      expect(`${html}${text}`).not.toMatch(/[{}]/);
    },
  );

  it('link where the handbook sends the customer', () => {
    const linksOf = (name: (typeof replyNames)[number]) =>
      [...reply(english, name).html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url);
    expect(linksOf('wrong_site_reset')).toContain(
      'https://customers.gitlab.com/customers/password/new',
    );
    expect(linksOf('no_reset_mail')).toContain(
      'https://customers.gitlab.com/customers/password/new',
    );
    expect(linksOf('unconfirmed')).toContain(
      'https://customers.gitlab.com/customers/confirmation/new',
    );
    expect(linksOf('reseller')).toEqual([]);
  });

  it('of the neutral reply know nothing about any account: no link into the portal, no finding', () => {
    for (const words of catalogues) {
      const { html, text } = reply(words, 'verify_ownership');
      const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url);
      expect(links).toEqual([portalLinks['support_url']]);
      const findings = replyNames
        .filter((name) => name !== 'verify_ownership')
        .map((name) => words.replies[name].found);
      expect(findings.filter((found) => text.includes(found))).toEqual([]);
    }
  });

  it('greet without a name where there is none', () => {
    for (const words of catalogues) {
      expect(reply(words, 'reseller', ' \u202e ').text.split('\n')[0]).toBe(
        words.greeting_without_name,
      );
    }
  });

  it('of an unconfirmed account shut the password only: a linked GitLab.com account signs in without', () => {
    const byPassword: Record<Language, RegExp> = {
      en: /cannot sign in with a password/,
      de: /keine Anmeldung mit Passwort/,
      es: /no permite iniciar sesión con contraseña/,
      fr: /la connexion par mot de passe n’est pas possible/,
      ja: /パスワードではサインインできません/,
      'pt-BR': /não é possível fazer login com senha/,
    };
    for (const words of catalogues) {
      expect(words.replies.unconfirmed.found).toMatch(byPassword[words.language]);
    }
  });

  it('tell from when on the 24 hours of a link count: not from when we write', () => {
    const fromReceipt: Record<Language, RegExp> = {
      en: /within 24 hours of receiving it/,
      de: /innerhalb von 24 Stunden nach Erhalt/,
      es: /en las 24 horas siguientes a su recepción/,
      fr: /dans les 24 heures suivant sa réception/,
      ja: /届いてから 24 時間以内に/,
      'pt-BR': /em até 24 horas após recebê-lo/,
    };
    for (const words of catalogues) {
      const told = toDo(words).filter((one) => one.includes('24'));
      expect(told.length).toBeGreaterThanOrEqual(8);
      expect(told.filter((one) => !fromReceipt[words.language].test(one))).toEqual([]);
    }
  });

  it('have nobody wait for half an hour that has long passed', () => {
    const halfAnHour = /half an hour|halbe Stunde|media hora|demi-heure|30 分|meia hora/;
    const onlyIf = /^(If|Si|Se) |, falls |場合は、/;
    for (const words of catalogues) {
      const told = toDo(words).filter((one) => halfAnHour.test(one));
      expect(told).toHaveLength(2);
      expect(told.filter((one) => !onlyIf.test(one))).toEqual([]);
    }
  });

  it('come with the language they are in', async () => {
    for (const words of catalogues) expect(await loadReplies(words.language)).toEqual(words);
  });
});

describe('what is generated from them', () => {
  it('docs/replies.md is up to date (npm run draw:replies)', () => {
    expect(readFileSync('docs/replies.md', 'utf8')).toBe(repliesPage());
  });

  it('requirements.json is up to date (npm run draw:replies)', () => {
    expect(readFileSync('requirements.json', 'utf8')).toBe(requirements(english));
  });
});

describe('the macros', () => {
  interface Macro {
    title: string;
    actions: { field: string; value: string }[];
  }
  const { macros } = JSON.parse(readFileSync('requirements.json', 'utf8')) as {
    macros: Record<string, Macro>;
  };
  const action = (name: string, field: string) =>
    macros[`portal_sign_in_${name}`]?.actions.find((one) => one.field === field)?.value;

  it('are one for each reply', () => {
    expect(Object.keys(macros)).toEqual(replyNames.map((name) => `portal_sign_in_${name}`));
    const titles = Object.values(macros).map(({ title }) => title);
    expect(new Set(titles).size).toBe(replyNames.length);
    expect(titles.every((title) => title.startsWith('Support::L&R::Portal sign-in::'))).toBe(true);
  });

  it.each(replyNames)('say what the bundled English reply says, to the letter: %s', (name) => {
    const bundled = reply(english, name, 'Somebody').html;
    expect(action(name, 'comment_value_html')).toBe(
      bundled.replace('Somebody', '{{ticket.requester.name}}'),
    );
  });

  it.each(replyNames)('are public and tagged for reporting: %s', (name) => {
    expect(action(name, 'comment_mode_is_public')).toBe('true');
    expect(action(name, 'current_tags')).toBe(`portal_sign_in_check portal_sign_in_${name}`);
  });
});
