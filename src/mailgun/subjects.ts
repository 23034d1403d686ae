import {
  type ListedKind,
  type Mail,
  type MailDoubt,
  type MailSubjects,
  mailKinds,
} from '../diagnosis/answers';

/**
 * What a mail is, by its decoded subject: a listed subject counts when it is equal, capitals and blanks aside.
 * GitLab's notifications begin with the name of a project, which anybody may choose (`Reset password instructions |
 * Welcome (#1)`), so a subject that goes on after a listed one is a doubt and nothing more. `ofPortal`: the mail came
 * from the portal's own domain, whose subjects nobody outside chooses; there an unlisted one can be a new subject.
 */
export function toldBySubject(
  subject: string,
  listed: MailSubjects,
  ofPortal: boolean,
): Pick<Mail, 'kind' | 'doubt'> {
  const isOneOf = (kind: ListedKind, isLike: (subject: string, one: string) => boolean) =>
    listed[kind].some((one) => one.trim() !== '' && isLike(subject, one));

  const kind = mailKinds.find((one) => isOneOf(one, isEqual));
  if (kind) return { kind };
  const begun = mailKinds.filter((one) => isOneOf(one, goesOnAfter));
  const maySay = ofPortal && telling.test(asSeen(subject));
  if (begun.length === 0 && !maySay) return { kind: 'other' };
  const why: MailDoubt['why'] = begun.length > 0 ? 'suffixed-subject' : 'unlisted-subject';
  return { kind: 'other', doubt: { why, mayBe: maySay ? mailKinds : begun } };
}

const isEqual = (subject: string, one: string): boolean => plain(subject) === plain(one);

const plain = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Also where it is equal to the eye only, or too long to be read to its end. */
function goesOnAfter(subject: string, one: string): boolean {
  const seen = asSeen(subject);
  const start = asSeen(one);
  return seen.startsWith(start) && /^ ?(\||\.{3}$|$)/.test(seen.slice(start.length));
}

const asSeen = (text: string): string =>
  plain(text.normalize('NFKC').replace(/[\p{Cf}\p{Cc}]/gu, unseen));

/** White space is there to be seen. */
const unseen = (character: string): string => (/\s/.test(character) ? ' ' : '');

/**
 * Speaks of a password, of signing in or of confirming, in the panel's languages. Devise's own subjects are among
 * them, in every translation of devise-i18n; the specs hold the list.
 */
const telling = new RegExp(
  [
    // A password, or setting something back.
    'passwor[dt]|passwört|passphrase|passcode|kennw[oö]rt|contrase[nñ]a|mots? de passe|senha|パスワード',
    '\\breset|zurücksetz|restablec|réinitialis|redefini|リセット|再設定',
    // Signing in, by whatever means.
    '\\b(sign|log)(ed|ged|ing|ging)?[ -]?(in|on)\\b|one[ -]time|magic link|verification code|security code',
    'anmeld|einlogg|einmal|sesi[oó]n|acceso|acceder|connexion|connecte[rz]|identifi(er|ez|ant)',
    'usage unique|un solo uso|uso único|acess(o|ar)\\b|サインイン|ログイン|ワンタイム',
    // Confirming an address, or unlocking an account.
    'confirm|verif|vérif|best[äa]e?tig|確認|認証',
    'unlock|entsperr|freischalt|desbloque|déverrouill|ロック解除',
  ].join('|'),
);
