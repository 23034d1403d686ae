import { exhaustive } from '../shared/result';
import type { Expected, SettingProblem } from '../zendesk/settings';
import type { Messages } from '../wording/messages';

/** What is wrong with a setting, and what would do in its place. */
export function settingWords({ problem, expected }: SettingProblem, t: Messages): string {
  return `${t(`setting.${problem}`)} ${expectedWords(expected, t)}`;
}

function expectedWords(expected: Expected, t: Messages): string {
  switch (expected.kind) {
    case 'one-of':
      return t('expected.one_of', { values: t.either(expected.values) });
    case 'example':
      return t('expected.example', { example: expected.value });
    case 'whole-number':
      return t('expected.whole_number', { from: expected.from, to: expected.to });
    default:
      return exhaustive(expected);
  }
}

/** As Admin Center shows it to whoever reads this language. */
export const settingLabel = (setting: string, t: Messages): string => t(`label.${setting}`);

/** For whoever can change them: each setting by its label and its name, and where it is changed. */
export function settingsAsText(problems: readonly SettingProblem[], t: Messages): string {
  return [
    `${t('settings.title')} (${t('label.app')})`,
    ...problems.map(
      (problem) =>
        `- ${settingLabel(problem.setting, t)} (${problem.setting}): ${settingWords(problem, t)}`,
    ),
    t('settings.admin'),
  ].join('\n');
}
