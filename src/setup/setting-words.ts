import type { Failure } from '../shared/failure';
import { exhaustive } from '../shared/result';
import type { Messages } from '../wording/messages';
import { failureWords, whatHappened } from '../wording/words';
import type { Expected, SettingProblem, Settings } from '../zendesk/settings';

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

/** A source that failed, as the panel has it. */
export interface FailedSource {
  readonly source: 'customersdot' | 'portal_log' | 'gitlab_log';
  readonly failure: Failure;
  /** Epoch ms. */
  readonly at: number;
  readonly settings: Settings;
}

/**
 * What an agent hands on to whoever can change the settings. What the other side said in its own words is left out: an
 * address may stand in it.
 */
export function needsOfAdmin(failed: FailedSource, version: string, t: Messages): string {
  const { source, failure, at } = failed;
  const title = { app: t('label.app'), version, source: t(`source.${source}`) };
  return [
    t('setup.needs.title', { ...title, time: t.instant(at) }),
    `- ${whatHappened(failure, t)} ${failureWords(failure, t).next}`,
    ...Object.entries(settingsBehind(failed)).map(
      ([setting, value]) => `- ${settingLabel(setting, t)} (${setting}): ${value}`,
    ),
    t('setup.needs.how'),
  ].join('\n');
}

/** The settings that decide how a source is asked, by name; none of them is secret. */
function settingsBehind({ source, settings }: FailedSource): Readonly<Record<string, string>> {
  const { lookup, mailgunRegion, portalMailDomain, gitlabMailDomain } = settings;
  switch (source) {
    case 'customersdot':
      return {
        customersdot_host: settings.customersdotHost,
        customersdot_lookup_path: lookup.way === 'by-hand' ? '' : lookup.path,
      };
    case 'portal_log':
      return { mailgun_region: mailgunRegion, portal_mail_domain: portalMailDomain };
    case 'gitlab_log':
      return { mailgun_region: mailgunRegion, gitlab_mail_domain: gitlabMailDomain };
    default:
      return exhaustive(source);
  }
}
