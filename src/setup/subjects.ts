import { type ListedKind, mailKinds } from '../diagnosis/answers';
import { editions } from '../diagnosis/editions';
import { toldBySubject } from '../mailgun/mails';
import type { Settings } from '../zendesk/settings';
import type { SeenSubject, SetupLine } from './lines';

/** What was seen of the mails that one domain sent, to whomever. `undefined`: could not be asked. */
export interface DomainMails {
  readonly domain: string;
  /** The newest ones, newest first; `isAll`: there are no others in the window. */
  readonly newest: { readonly mails: readonly SeenMail[]; readonly isAll: boolean } | undefined;
  /** When the oldest one in the window was sent, epoch ms; `none`: there is none. */
  readonly oldest: number | 'none' | undefined;
  /** The newest ones and those that were asked for by words of their subject: each mail once. */
  readonly bySubject: ReadonlyMap<string, number>;
}

export interface SeenMail {
  /** Decoded. */
  readonly subject: string | undefined;
  /** Epoch ms. */
  readonly at: number;
  /** As Mailgun has it; only to ask for it again in other capitals. */
  readonly recipient: string | undefined;
}

export interface MailsSeen {
  readonly portal: DomainMails;
  readonly gitlab: DomainMails;
  /** Epoch ms. `from` is what Mailgun says it searched, where that is less than what was asked. */
  readonly window: { readonly from: number; readonly to: number };
  /** Mailgun refuses to search as far back as the setting says. */
  readonly isWindowRefused: boolean;
}

/** GitLab.com's mails about projects, which the portal has none of: `Widgets | Login fails (#12)`. */
export const notification = /\s\|\s.*\((?:[#!&]|\$)\d+\)\s*$|^Re: .+\s\|\s/;

const looks: Readonly<Record<ListedKind, RegExp>> = {
  reset: /passw(?:or|ör)[dt]|kennw[oö]rt|contrase[nñ]a|mots? de passe|senha|パスワード|\breset/i,
  sign_in_link:
    /\b(?:sign|log)(?:ing)?[ -]?(?:in|on)\b|one[ -]time|magic link|anmeld|sesi[oó]n|acceso|connexion|acesso|サインイン|ログイン|ワンタイム/i,
  confirmation: /confirm|verif|vérif|best[äa]e?tig|確認|認証/i,
};

/** Devise's other mails speak of a password or an address too, and are known not to be what is looked for. */
function looksLike(kind: ListedKind, subject: string): boolean {
  const others = ['unlock instructions', 'email changed', 'password changed'];
  return looks[kind].test(subject) && !others.includes(plainSubject(subject));
}

const subjectsIn = (settings: Settings) => ({
  reset: settings.resetSubjects,
  sign_in_link: settings.signInLinkSubjects,
  confirmation: settings.confirmationSubjects,
  harmless: settings.harmlessSubjects,
});

/** The kind of mail that has this subject: by the settings, else by its words; none where it is listed as harmless. */
export function kindLike(subject: string, settings: Settings): ListedKind | undefined {
  const { kind, doubt } = toldBySubject(subject, subjectsIn(settings), true);
  if (kind !== 'other') return kind;
  return doubt && mailKinds.find((one) => looksLike(one, subject));
}

const settingsOf = {
  reset: ['mailgun-reset', 'reset_subjects', 'resetSubjects'],
  confirmation: ['mailgun-confirmation', 'confirmation_subjects', 'confirmationSubjects'],
  sign_in_link: ['mailgun-link', 'sign_in_link_subjects', 'signInLinkSubjects'],
} as const satisfies Readonly<
  Record<ListedKind, readonly [SetupLine['id'], string, keyof Settings]>
>;

/** Whether the subjects that the settings list for one kind of mail are those that the two domains send. */
export function lineOfSubjects(kind: ListedKind, settings: Settings, seen: MailsSeen): SetupLine {
  const [id, setting, name] = settingsOf[kind];
  const listed = settings[name];
  if (!seen.portal.newest && !seen.gitlab.newest) {
    return {
      id,
      state: 'unknown',
      found: { key: 'setup.not_checked' },
      next: { key: 'setup.next.again' },
    };
  }
  const inSettings = listed.map((subject): SeenSubject => {
    const { portal, gitlab, total } = countOf(subject, seen);
    return { subject, what: total > 0 ? 'matched' : 'unseen', portal, gitlab };
  });
  const others = unlistedOf(kind, settings, seen);
  const subjects = [...inSettings, ...others];
  const sum = (all: readonly SeenSubject[], of: 'portal' | 'gitlab') =>
    all.reduce((total, one) => total + one[of], 0);
  const edition = editions[settings.portalSignIn];
  const expectsPortal = kind !== 'reset' || edition.signInMail === 'reset';
  const matched = sum(inSettings, 'portal') + (expectsPortal ? 0 : sum(inSettings, 'gitlab'));
  const unlisted = sum(others, 'portal');
  const look = { key: 'setup.next.subjects', values: { setting } } as const;

  if (listed.length === 0 && !edition.mails.some((one) => one === kind)) {
    return { id, state: 'works', found: { key: 'setup.mailgun.not_listed' }, subjects };
  }
  if (matched > 0 && unlisted === 0) {
    return {
      id,
      state: 'works',
      found: { key: 'setup.mailgun.matched', values: { matched } },
      subjects,
    };
  }
  if (matched > 0) {
    const values = { matched, unlisted };
    const found = { key: 'setup.mailgun.matched_and_unlisted', values } as const;
    return { id, state: 'unknown', found, next: look, subjects };
  }
  if (unlisted > 0) {
    const found = { key: 'setup.mailgun.unlisted', values: { unlisted } } as const;
    return { id, state: 'fails', found, next: look, subjects };
  }
  const key = listed.length === 0 ? 'setup.mailgun.not_listed' : 'setup.mailgun.unseen';
  return {
    id,
    state: 'unknown',
    found: { key },
    next: { key: 'setup.next.look_subject' },
    subjects,
  };
}

/** Mails with this very subject, capitals and blanks aside. */
function countOf(subject: string, { portal, gitlab }: MailsSeen) {
  const plain = plainSubject(subject);
  const countIn = ({ bySubject }: DomainMails): number =>
    [...bySubject].reduce(
      (sum, [one, count]) => sum + (plainSubject(one) === plain ? count : 0),
      0,
    );
  const counts = { portal: countIn(portal), gitlab: countIn(gitlab) };
  return { ...counts, total: counts.portal + counts.gitlab };
}

const mostUnlisted = 8;

/** Subjects that look like this kind and are in no setting. A project may be called anything: GitLab.com's do not count. */
function unlistedOf(kind: ListedKind, settings: Settings, seen: MailsSeen): readonly SeenSubject[] {
  const subjects = subjectsIn(settings);
  return [...seen.portal.bySubject.keys()]
    .filter((subject) => {
      const told = toldBySubject(subject, subjects, true);
      return told.doubt !== undefined && looksLike(kind, subject) && !notification.test(subject);
    })
    .map((subject): SeenSubject => {
      const { doubt } = toldBySubject(subject, subjects, true);
      const { portal, gitlab } = countOf(subject, seen);
      const what = doubt?.why === 'suffixed-subject' ? 'suffixed' : 'unlisted';
      return { subject, what, portal, gitlab };
    })
    .toSorted((one, other) => other.portal - one.portal)
    .slice(0, mostUnlisted);
}

/** Subjects of Devise's own mails, which are public: naming them gives nothing away. */
const deviseSubjects = [
  'Reset password instructions',
  'Confirmation instructions',
  'Unlock instructions',
  'Email Changed',
  'Password Changed',
] as const;

export const isDevise = (subject: string): boolean =>
  deviseSubjects.some((one) => one.toLowerCase() === plainSubject(subject));

const plainSubject = (subject: string): string =>
  subject.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Subjects are listed one a line. A comma may be part of one, or meant as a separator: the mails seen decide. */
export function linesOfCommas(settings: Settings, seen: MailsSeen): readonly SetupLine[] {
  const isSeen = (subject: string): boolean => countOf(subject, seen).total > 0;
  const areRead = seen.portal.newest !== undefined && seen.gitlab.newest !== undefined;
  const lists = [
    ['reset_subjects', settings.resetSubjects],
    ['confirmation_subjects', settings.confirmationSubjects],
    ['sign_in_link_subjects', settings.signInLinkSubjects],
    ['harmless_subjects', settings.harmlessSubjects],
  ] as const;
  const lines = lists.flatMap(([setting, subjects]) => {
    const withComma = subjects.filter((one) => /[,;]/.test(one) && !isSeen(one));
    if (withComma.length === 0) return [];
    const areSeveral = withComma.some((one) =>
      one.split(/[,;]/).some((part) => part.trim() !== '' && isSeen(part)),
    );
    return [
      lineOfComma(setting, areSeveral ? 'commas' : areRead ? 'one_with_comma' : 'one_unchecked'),
    ];
  });
  return lines.length > 0
    ? lines
    : [{ id: 'settings-subjects', state: 'works', found: { key: 'setup.subjects.single' } }];
}

const lineOfComma = (
  setting: string,
  what: 'commas' | 'one_with_comma' | 'one_unchecked',
): SetupLine => ({
  id: 'settings-subjects',
  about: setting,
  state: what === 'commas' ? 'fails' : 'unknown',
  found: { key: `setup.subjects.${what}`, values: { setting } },
  next: { key: 'setup.next.lines' },
});
