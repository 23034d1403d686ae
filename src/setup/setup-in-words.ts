import { minuteMs } from '../shared/clock';
import { type Failure, exhaustive } from '../shared/failure';
import { whatHappened, failureWords } from '../wording/findings-in-words';
import type { MessageKey, Messages } from '../wording/translate';
import type { Expected, SettingProblem, Settings } from '../zendesk/settings';
import {
  type SeenSubject,
  type SetupLine,
  type SetupMessage,
  type SetupReport,
  partOf,
  setupDocs,
} from './lines';
import { isDevise } from './subjects';

export interface LineWords {
  readonly title: string;
  readonly found: string;
  /** What to do about it; '' where there is nothing to do. */
  readonly next: string;
}

/** A line in words. The messages have the part of the language files that is asked for, labels included. */
export function lineWords({ id, about, found, next }: SetupLine, t: Messages): LineWords {
  const title = t(`setup.line.${id}`);
  return {
    title: about === undefined ? title : `${title}: ${settingLabel(about, t)}`,
    found: foundWords(found, t),
    next: 'before' in found ? t('setup.next.recheck') : next ? messageWords(next, t) : '',
  };
}

/** Without the source's own words, which can be anything. */
function foundWords(found: SetupLine['found'], t: Messages): string {
  if ('failure' in found) return whatHappened(found.failure, t);
  if ('before' in found) return t('setup.found_before');
  return 'problem' in found ? settingWords(found.problem, t) : messageWords(found, t);
}

/** The settings that a next step names, each by the label it has in Admin Center: the admin sees no other name there. */
const named = [
  'auto_run_forms',
  'customersdot_lookup_path',
  'gitlab_mail_domain',
  'log_window_days',
  'macro_ids',
  'mailgun_region',
  'portal_mail_domain',
  'portal_sign_in',
  'subscription_email_field',
] as const;

function messageWords({ key, values = {} }: SetupMessage, t: Messages): string {
  const { ageMs, setting } = values;
  const labels = named.map((name) => [name, settingLabel(name, t)]);
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' || typeof value === 'number' ? value : t.list(value),
  ]);
  return t(key, {
    ...(Object.fromEntries([...labels, ...filled]) as Readonly<Record<string, string | number>>),
    ...(typeof ageMs === 'number' ? { age: ageWords(ageMs, t) } : {}),
    ...(typeof setting === 'string' ? { setting: settingLabel(setting, t) } : {}),
  });
}

/** In the largest unit of which there are two, never less than a minute. */
function ageWords(ms: number, t: Messages): string {
  const units: readonly (readonly [MessageKey, number])[] = [
    ['setup.age.days', 24 * 60 * minuteMs],
    ['setup.age.hours', 60 * minuteMs],
  ];
  const [key, unit] = units.find(([, length]) => ms >= 2 * length) ?? [
    'setup.age.minutes' as const,
    minuteMs,
  ];
  return t(key, { count: Math.max(1, Math.round(ms / unit)) });
}

/** How a subject stands to the settings. The subject itself is hostile and is shown as it is seen, escaped. */
export const subjectWords = ({ what }: SeenSubject, t: Messages): string =>
  t(`setup.subject.${what}`);

/** A check as Markdown, for a note or an issue: no address, name or secret, and no subject but Devise's own. */
export function setupAsText(
  { kind, lines, at }: SetupReport,
  t: Messages,
  version: string,
): string {
  const heads = t('setup.copy.columns').split(' | ');
  return [
    `## ${t('setup.copy.title', { version })}`,
    '',
    [
      t('setup.copy.at', { time: t.instant(at) }),
      ...(kind === 'cancelled' ? [t('setup.copy.cancelled')] : []),
    ].join(' '),
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...lines.map((line) => row(cellsOf(line, t))),
    '',
  ].join('\n');
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;

function cellsOf(line: SetupLine, t: Messages): readonly string[] {
  const { title, found, next } = lineWords(line, t);
  const subjects = (line.subjects ?? []).map((seen) => subjectText(seen, t));
  return [
    t(`setup.state.${line.state}`),
    `${t(`setup.part.${partOf(line.id)}`)}: ${title}`,
    [found, ...subjects].join(' '),
    next,
    `docs/${setupDocs[line.id]}`,
  ];
}

/** The copy may be read by people who may not read the mails: only Devise's own subjects are named in it. */
function subjectText({ subject, portal, gitlab }: SeenSubject, t: Messages): string {
  const shown = isDevise(subject) ? `“${subject}”` : t('setup.copy.other_subject');
  return t('setup.copy.subject', { subject: shown, portal, gitlab });
}

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

/** The broken settings as text for the admin: each by its label and its name, and where it is changed. */
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
  const title = { name: t('label.app'), version, source: t(`source.${source}`) };
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
