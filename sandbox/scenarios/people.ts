import { type Draft, gitlabReset, portalReset, type Requester, settled } from './make';

interface Named extends Requester {
  readonly id: string;
  readonly shows: string;
  readonly email: string;
}

const speakers: readonly (Named & { readonly subject: string; readonly says: string })[] = [
  {
    id: 'german',
    shows: 'German requester',
    name: 'Jürgen Groß',
    email: 'juergen.gross@example.com',
    locale: 'de-DE',
    subject: 'Anmeldung am Kundenportal nicht möglich',
    says: 'Guten Tag, ich habe mein Passwort zurückgesetzt und kann mich trotzdem nicht anmelden.',
  },
  {
    id: 'japanese',
    shows: 'Japanese requester',
    name: '山田 花子',
    email: 'hanako.yamada@example.com',
    locale: 'ja',
    subject: 'カスタマーポータルにサインインできません',
    says: 'パスワードをリセットしましたが、まだサインインできません。',
  },
  {
    id: 'french',
    shows: 'French requester',
    name: 'Hélène Lefèvre',
    email: 'helene.lefevre@example.com',
    locale: 'fr-FR',
    subject: 'Connexion au portail client impossible',
    says: 'Bonjour, j’ai réinitialisé mon mot de passe, mais je ne peux toujours pas me connecter.',
  },
  {
    id: 'spanish',
    shows: 'Spanish requester',
    name: 'Íñigo Muñoz',
    email: 'inigo.munoz@example.com',
    locale: 'es-419',
    subject: 'No puedo entrar al portal de clientes',
    says: 'Hola, cambié mi contraseña y aún no puedo entrar.',
  },
  {
    id: 'brazilian',
    shows: 'Brazilian requester',
    name: 'João Conceição',
    email: 'joao.conceicao@example.com',
    locale: 'pt-BR',
    subject: 'Não consigo entrar no portal do cliente',
    says: 'Olá, redefini minha senha e ainda não consigo entrar.',
  },
  {
    id: 'unspoken_language',
    shows: 'Requester whose language we do not write (Finnish)',
    name: 'Äänes Öhman',
    email: 'aanes.ohman@example.com',
    locale: 'fi',
    subject: 'Kirjautuminen ei onnistu',
    says: 'Hei, vaihdoin salasanan, mutta en pääse kirjautumaan.',
  },
];

const names: readonly Named[] = [
  {
    id: 'name_markup',
    shows: 'Attack: a name that is markup',
    name: '<img src=x onerror="document.title=\'owned\'"><b>Eve</b>',
    email: 'eve.markup@example.com',
  },
  {
    id: 'name_placeholder',
    shows: 'Attack: a name that is a placeholder',
    name: 'Eve {{ticket.id}} {{setting.mailgun_api_key}}',
    email: 'eve.placeholder@example.com',
  },
  {
    id: 'name_rtl',
    shows: 'Right-to-left name, and an override that turns the line around',
    name: 'دانا \u202Eمتحف',
    email: 'dana.rtl@example.com',
    locale: 'ar',
  },
  {
    id: 'name_long',
    shows: 'A very long name and address',
    name: 'Maximiliane-Philippa '.repeat(8).trim(),
    email: `${'very.long.address.'.repeat(2)}of.somebody@subdomain.of.a.subdomain.example.com`,
  },
];

/** Requesters who speak other languages, and names that are up to something. */
export const people: readonly Draft[] = [
  ...speakers.map(({ id, shows, subject, says, ...requester }): Draft => ({
    id,
    shows,
    requester,
    subject,
    says,
    account: {},
    mails: [gitlabReset(12)],
    expected: settled('wrong_site_reset', { gitlab_reset: 'sent' }),
  })),
  ...names.map(({ id, shows, ...requester }): Draft => ({
    id,
    shows,
    requester,
    account: { confirmed_at: null },
    mails: [portalReset(12)],
    expected: settled('unconfirmed', { confirmed: 'no', portal_reset: 'sent' }),
  })),
];
