/** @jest-environment jsdom */
import { catalogues } from '../../scripts/lib/replies-page';
import { editions } from '../../src/diagnosis/editions';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import type { ReplyCatalogue } from '../../src/replies/catalogue';
import { bundledReply } from '../../src/replies/compose-reply';
import type { Language, ReplyName } from '../../src/shared/reply';

const { mail: _, ...ifLost } = oneTimeLinkEdition.ifLost['link_not_delivered'] ?? {
  mail: undefined,
};
const names: readonly ReplyName[] = [
  ...new Set([...Object.values(oneTimeLinkEdition.replies), ...Object.values(ifLost)]),
];

const textOf = (words: ReplyCatalogue, name: ReplyName): string =>
  bundledReply(words, { name, language: words.language, why: 'language', requesterName: 'Jane' })
    .text;

/** A password that the portal has of its own: there is none any more. */
const portalPassword: Readonly<Record<Language, RegExp>> = {
  en: /separate passwords?|portal(’s)? password|password (for|of|to) the portal|new password/i,
  de: /(getrennte|eigene)[sn]? passw|portal-?passwort|passwort (für|des) (das |Customers )?portal|neues passwort/i,
  es: /contraseñas? (distinta|separada|propia)|contraseña (del|para el) portal|nueva contraseña/i,
  fr: /mots? de passe (distinct|séparé|propre)|mot de passe (du|pour le) portail|nouveau mot de passe/i,
  ja: /別々のパスワード|ポータルのパスワード|新しいパスワード/,
  'pt-BR': /senhas? (separada|diferente|própria)|senha (do|para o) portal|nova senha/i,
};

/** Where a customer asks for a link to sign in with. */
const asking: readonly ReplyName[] = [
  'gitlab_reset_instead_of_link',
  'no_mail',
  'link_not_delivered',
  'link_refused',
  'link_misrouted',
  'link_delayed',
  'link_expired',
  'not_linked',
  'linked_elsewhere',
  'no_account_with_link',
  'unconfirmed_with_link',
  'no_known_cause_with_link',
];
/** Which of them say how long a link lasts. */
const aboutTheDay: readonly ReplyName[] = [
  'gitlab_reset_instead_of_link',
  'no_mail',
  'link_delayed',
  'link_expired',
  'not_linked',
  'linked_elsewhere',
  'no_known_cause_with_link',
];

test('there are fourteen replies by the page about one-time links', () => {
  expect([...names].sort()).toEqual([...asking, 'login_off', 'enterprise_without_password'].sort());
});

describe.each(catalogues)('by the page about one-time links, in $language', (words) => {
  it.each(names)('%s sends nobody to reset a password of the portal', (name) => {
    const text = textOf(words, name);
    expect(text).not.toContain('/customers/password/new');
    // To have no effect is all that a new password is said to have.
    const said = name === 'login_off' ? text.replace(words.replies.login_off.found, '') : text;
    expect(said).not.toMatch(portalPassword[words.language]);
  });

  it.each(asking)('%s leads to the page where customers sign in today', (name) => {
    expect(textOf(words, name)).toContain('https://customers.gitlab.com/customers/sign_in');
  });

  it.each(aboutTheDay)('%s says that a link is good for 24 hours', (name) => {
    expect(textOf(words, name)).toMatch(/\b24\b/);
  });

  it('enterprise_without_password leads to the sign-in of old, and not to GitLab.com', () => {
    const text = textOf(words, 'enterprise_without_password');
    expect(text).toContain('https://customers.gitlab.com/customers/sign_in?legacy=true');
    expect(text).not.toContain('https://gitlab.com');
  });

  it('unconfirmed_with_link leads to the form for another confirmation, and names GitLab.com', () => {
    const text = textOf(words, 'unconfirmed_with_link');
    expect(text).toContain('https://customers.gitlab.com/customers/confirmation/new');
    expect(text).toContain('GitLab.com');
  });

  it('login_off does not say that the subscription was bought through a reseller', () => {
    expect(words.replies.login_off.found).not.toMatch(
      /resell|reseller|revended|revendeur|リセラー|販売代理店/i,
    );
  });

  it('the page as given has the words that are looked for', () => {
    const replies = Object.values(editions.password.replies).map((name) => textOf(words, name));
    expect(replies.join('\n')).toContain('/customers/password/new');
    expect(replies.join('\n')).toMatch(portalPassword[words.language]);
  });
});
