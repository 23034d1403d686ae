import fc from 'fast-check';
import { jane, minutes, noon } from '../../fixtures/evidence';
import type { ListedKind, Mail, MailLog, MailOutcome } from '../../src/diagnosis/answers';
import { checks } from '../../src/diagnosis/checks';
import type { LogQuery } from '../../src/mailgun/logs-request';
import { toldBySubject } from '../../src/mailgun/mails';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import { runs } from '../support/runs';
import { fakeSend } from './fake-send';
import { answerBody, item, permanent, query } from './log-item';

const listed = {
  reset: ['Reset password instructions', 'Anleitung um Dein Passwort zurückzusetzen', ' '],
  confirmation: ['Confirmation instructions'],
};

test.each([
  ['Reset password instructions', 'reset'],
  ['  reset  PASSWORD instructions ', 'reset'],
  ['Anleitung um Dein Passwort zurückzusetzen', 'reset'],
  ['Anleitung um Dein Passwort zuru\u0308ckzusetzen', 'reset'],
  ['Confirmation instructions', 'confirmation'],
] as const)('takes %j for %s: it is equal to a listed one', (subject, kind) => {
  expect(toldBySubject(subject, listed, false)).toEqual({ kind });
  expect(toldBySubject(subject, listed, true)).toEqual({ kind });
});

const begins: readonly [string, ListedKind][] = [
  ['Reset password instructions | GitLab', 'reset'],
  ['Reset password instructions | Welcome (#1)', 'reset'],
  ['RESET password instructions|x', 'reset'],
  ['Reset password instructions ｜ x', 'reset'],
  // Equal to the eye only.
  ['Reset pass\u200Bword instructions', 'reset'],
  ['Reset password instructions\u2060 | x', 'reset'],
  ['Ｒeset password instructions', 'reset'],
  // Its end was not read.
  [`Reset password instructions${' '.repeat(990)}…`, 'reset'],
  ['Confirmation instructions | GitLab', 'confirmation'],
];
test.each(begins)('%j only begins like a %s, and is none', (subject, kind) => {
  const doubt = { why: 'suffixed-subject', mayBe: [kind] };
  expect(toldBySubject(subject, listed, false)).toEqual({ kind: 'other', doubt });
});

test.each([
  'Reset password instructions were sent',
  'Re: Reset password instructions',
  'Your invoice',
  '',
  ' | GitLab',
  '…',
])('of %j GitLab.com’s log says nothing', (subject) => {
  expect(toldBySubject(subject, listed, false)).toEqual({ kind: 'other' });
});

/** Devise's own subjects (heartcombo/devise, tigrish/devise-i18n), in the languages of the panel. */
const devise = [
  'Confirmation instructions',
  'Reset password instructions',
  'Unlock instructions',
  'Password Changed',
  'Anleitung zur Konto-Bestätigung',
  'Anweisungen zum Zurücksetzen Ihres Passworts',
  'Anweisungen zur Entsperrung Ihres Kontos',
  'Passwortänderung',
  'Instrucciones de confirmación',
  'Instrucciones de recuperación de contraseña',
  'Instrucciones para desbloquear',
  'Contraseña cambiada',
  'Instructions de confirmation',
  'Instructions pour changer le mot de passe',
  'Instructions pour déverrouiller le compte',
  'Mot de passe modifié',
  'メールアドレス確認メール',
  'パスワードの再設定について',
  'アカウントのロック解除について',
  'パスワードの変更について',
  'Instruções de confirmação',
  'Instruções de redefinição de senha',
  'Instruções de desbloqueio',
  'Senha alterada',
];
const others = [
  'Sign in to the Customers Portal',
  'Your one-time sign-in link',
  'Log in to GitLab',
  'Please verify your email address',
  'Ihr Einmal-Anmeldelink',
  'Melden Sie sich an: Ihr Login',
  'Enlace de acceso de un solo uso',
  'Inicie sesión en el portal',
  'Votre lien de connexion à usage unique',
  'Connectez-vous au portail',
  'サインイン用リンク',
  'ワンタイムリンクのお知らせ',
  'Link de acesso de uso único',
  'Faça login no portal',
];

describe('from the portal’s domain', () => {
  const nothing = { reset: [], confirmation: [] };
  test.each([...devise, ...others])('%j is a doubt while nobody has listed it', (subject) => {
    const doubt = { why: 'unlisted-subject', mayBe: ['reset', 'sign_in_link', 'confirmation'] };
    expect(toldBySubject(subject, nothing, true)).toEqual({ kind: 'other', doubt });
    expect(toldBySubject(subject.toUpperCase(), nothing, true)).toMatchObject({ doubt });
    expect(toldBySubject(subject.normalize('NFD'), nothing, true)).toMatchObject({ doubt });
    expect(toldBySubject(subject, nothing, false)).toEqual({ kind: 'other' });
    expect(toldBySubject(subject, { ...nothing, confirmation: [subject] }, true)).toEqual({
      kind: 'confirmation',
    });
    expect(toldBySubject(` ${subject.toUpperCase()} `, { harmless: [subject] }, true)).toEqual({
      kind: 'other',
    });
  });

  test('a subject is harmless where it is equal, and where it is of no kind', () => {
    const subject = 'Password Changed';
    const listed = { reset: ['Reset password instructions'], harmless: [subject, ''] };
    expect(toldBySubject(subject, listed, true)).toEqual({ kind: 'other' });
    expect(toldBySubject(`${subject}!`, listed, true)).toMatchObject({ doubt: {} });
    expect(toldBySubject(`${subject} | GitLab`, listed, true)).toMatchObject({ doubt: {} });
    expect(toldBySubject(subject, { ...listed, reset: [subject] }, true)).toEqual({
      kind: 'reset',
    });
  });

  test.each([
    'Your GitLab invoice',
    'Your subscription renews soon',
    'GitLab Ultimate trial',
    'Your activation code for GitLab',
    'Rechnung 4711',
    'Su factura',
    'Votre facture',
    'ご請求書',
    'Sua fatura',
    '',
  ])('%j is none', (subject) => {
    expect(toldBySubject(subject, nothing, true)).toEqual({ kind: 'other' });
  });

  test('what goes on after any listed subject may be a reset as well', () => {
    expect(toldBySubject('Confirmation instructions | GitLab', listed, true)).toEqual({
      kind: 'other',
      doubt: { why: 'suffixed-subject', mayBe: ['reset', 'sign_in_link', 'confirmation'] },
    });
  });
});

const gitlab: LogQuery = { ...query, source: 'gitlab_log', domain: 'mg.gitlab.com' };

async function logOf(asked: LogQuery, rows: readonly object[]): Promise<MailLog> {
  const ofDomain = rows.map((row) => ({ ...row, domain: { name: asked.domain } }));
  const { send } = fakeSend(() => ({ body: answerBody(ofDomain) }));
  const log = await readMailLog(send, asked, jane, {}, new Set([asked.domain]));
  if (!log.ok) throw new Error(log.failure.kind);
  return log.value;
}

const named = (subject: string, at = noon, event = 'delivered') =>
  item(event, { subject, at, messageId: `${subject.slice(0, 30)} ${at}` });
const forged = 'Reset password instructions | Welcome (#1)';

describe('what the facts make of it', () => {
  test('a project called like a reset mail is none, and keeps "none" from being said', async () => {
    const log = await logOf(gitlab, [named(forged)]);
    expect(checks.gitlab_reset.read(log)).toEqual({
      why: { kind: 'suffixed-subject', subject: forged, sentAt: noon },
    });
  });

  test('beside a real one it changes nothing', async () => {
    const log = await logOf(gitlab, [named(forged), named('Reset password instructions')]);
    expect(checks.gitlab_reset.read(log)).toEqual({ value: 'sent' });
  });

  test('an unlisted subject of the portal keeps "none" from being said, and is named', async () => {
    const log = await logOf(query, [named('Your one-time sign-in link')]);
    expect(checks.portal_reset.read(log)).toEqual({
      why: { kind: 'unlisted-subject', subject: 'Your one-time sign-in link', sentAt: noon },
    });
  });

  test('one that an admin has listed as harmless does not', async () => {
    const subjects = { ...query.subjects, harmless: ['Password Changed'] };
    const log = await logOf({ ...query, subjects }, [named('Password Changed')]);
    expect(checks.portal_reset.read(log)).toEqual({ value: 'none' });
  });

  test('the same from GitLab.com does not: there anybody can bring it about', async () => {
    const log = await logOf(gitlab, [named('Your one-time sign-in link')]);
    expect(checks.gitlab_reset.read(log)).toEqual({ value: 'none' });
  });

  const rivals: readonly [string, number, MailOutcome, boolean][] = [
    ['a newer one that ended otherwise', 5, 'delivered', false],
    ['a newer one that ended alike', 5, 'bounced', true],
    ['an older one', -5, 'delivered', true],
  ];
  test.each(rivals)('against a reset that bounced, %s', async (_, after, outcome, isKnown) => {
    const at = noon + minutes(after);
    const row =
      outcome === 'delivered'
        ? named(forged, at)
        : permanent('bounce', { code: 550 }, { subject: forged, at, messageId: 'forged' });
    const lost = permanent('bounce', { code: 550 }, { messageId: 'real' });
    const begun = item('accepted', { messageId: 'real' });
    const reading = checks.portal_reset.read(await logOf(query, [row, lost, begun]));
    expect(reading).toEqual(
      isKnown
        ? { value: 'undelivered' }
        : {
            why: { kind: 'suffixed-subject', subject: forged, sentAt: at },
            among: ['sent', 'undelivered'],
          },
    );
  });
});

describe('no subject from outside flips an answer', () => {
  const tail = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(' | x', '\u200B', ' '.repeat(2000) + ' | x', '\u2060|', ' \u00A0| x (#1)', '…'),
    fc.nat(2000).map((count) => `${' '.repeat(count)}| x`),
    fc.nat(2000).map((count) => `${'\u200B'.repeat(count)} | x`),
  );
  /** Begins like a listed subject, in clear or as an encoded word, and is not equal to it. */
  const outside = fc
    .tuple(
      fc.constantFrom(...listed.reset.slice(0, 1)),
      fc.constantFrom('', 'Re: '),
      tail,
      fc.boolean(),
    )
    .filter(([, head, end]) => head !== '' || end.trim() !== '')
    .map(([subject, head, end, isEncoded]) => {
      const text = `${head}${subject}${end}`;
      return isEncoded ? `=?utf-8?b?${Buffer.from(text).toString('base64')}?=` : text;
    });
  const outcome = fc.constantFrom('delivered', 'accepted', 'failed');
  const age = fc.integer({ min: 0, max: 600 });
  const real = fc.array(fc.tuple(outcome, age), { maxLength: 2 });

  test('to a settled one', async () => {
    const told = { same: 0, unknown: 0 };
    await fc.assert(
      fc.asyncProperty(
        real,
        fc.array(fc.tuple(outside, outcome, age), { minLength: 1, maxLength: 3 }),
        async (resets, strangers) => {
          const rows = resets.flatMap(([event, ago], index) => [
            item(event, { messageId: `real ${index}`, at: noon - minutes(ago) }),
          ]);
          const more = strangers.map(([subject, event, ago], index) =>
            item(event, { subject, messageId: `outside ${index}`, at: noon - minutes(ago) }),
          );
          for (const [asked, read] of [
            [query, checks.portal_reset.read],
            [gitlab, checks.gitlab_reset.read],
          ] as const) {
            const before = read(await logOf(asked, rows));
            const after = read(await logOf(asked, [...rows, ...more]));
            const isSettled = 'value' in after;
            expect(isSettled ? after : before).toEqual(before);
            told[isSettled ? 'same' : 'unknown'] += 1;
          }
        },
      ),
      { numRuns: runs(200, 20_000) },
    );
    expect(told.same).toBeGreaterThan(100);
    expect(told.unknown).toBeGreaterThan(100);
  });

  test('nor is a mail taken for a reset', async () => {
    await fc.assert(
      fc.asyncProperty(outside, async (subject) => {
        const { mails } = await logOf(gitlab, [named(subject)]);
        const kinds: readonly Mail['kind'][] = mails.map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind !== 'other')).toEqual([]);
      }),
      { numRuns: runs(200, 20_000) },
    );
  });
});
