import type { Result } from '../shared/result';
import type { SettingProblem, Settings } from '../zendesk/settings';
import type { SetupLine } from './lines';

/** What the parser can tell, one line for each setting that it refuses. */
export function linesOfValues(
  parsed: Result<Settings, readonly SettingProblem[]>,
): readonly SetupLine[] {
  if (parsed.ok) {
    return [{ id: 'settings-values', state: 'works', found: { key: 'setup.values.good' } }];
  }
  return parsed.failure.map((problem) => ({
    id: 'settings-values',
    about: problem.setting,
    state: 'fails',
    found: { problem },
    next: { key: 'setup.next.settings' },
  }));
}

/** Devise's own mails. Nobody gives anything away by naming these. */
export const deviseSubjects = [
  'Reset password instructions',
  'Confirmation instructions',
  'Unlock instructions',
  'Email Changed',
  'Password Changed',
] as const;

export const isDevise = (subject: string): boolean =>
  deviseSubjects.some((one) => one.toLowerCase() === plainSubject(subject));

export const plainSubject = (subject: string): string =>
  subject.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Subjects are one a line. A comma is no separator, and a subject may well have one: what was seen decides. */
export function linesOfCommas(
  settings: Settings,
  isSeen: (subject: string) => boolean,
): readonly SetupLine[] {
  const lists = [
    ['reset_subjects', settings.resetSubjects],
    ['confirmation_subjects', settings.confirmationSubjects],
    ['sign_in_link_subjects', settings.signInLinkSubjects],
  ] as const;
  const lines = lists.flatMap(([setting, subjects]) => {
    const withComma = subjects.filter((one) => /[,;]/.test(one) && !isSeen(one));
    if (withComma.length === 0) return [];
    const areSeveral = withComma.some((one) =>
      one.split(/[,;]/).some((part) => part.trim() !== '' && isSeen(part)),
    );
    return [lineOfComma(setting, areSeveral)];
  });
  return lines.length > 0
    ? lines
    : [{ id: 'settings-subjects', state: 'works', found: { key: 'setup.subjects.single' } }];
}

const lineOfComma = (setting: string, areSeveral: boolean): SetupLine => ({
  id: 'settings-subjects',
  about: setting,
  state: areSeveral ? 'fails' : 'unknown',
  found: {
    key: areSeveral ? 'setup.subjects.commas' : 'setup.subjects.one_with_comma',
    values: { setting },
  },
  next: { key: 'setup.next.lines' },
});
