import type { ReplyName } from '../lib/reply-name';
import { failed, ok, type Result } from '../lib/result';
import { fieldsOf } from './read-value';
import {
  linesOf,
  parseDays,
  parseDomain,
  parseField,
  parseFormIds,
  parseHost,
  parseLines,
  parseLookupPath,
  parseMacroIds,
  parseRegion,
  wordsOf,
  type Parsed,
} from './settings-values';

/** The app's settings after parsing. Secure ones are not here: Zendesk never hands them to the browser. */
export interface Settings {
  readonly customersdotHost: string;
  /** Path and query with one `{email}` placeholder. */
  readonly customersdotLookupPath: string;
  readonly mailgunRegion: 'us' | 'eu';
  readonly portalMailDomain: string;
  readonly gitlabMailDomain: string;
  readonly resetSubjects: readonly string[];
  readonly confirmationSubjects: readonly string[];
  /** 1–90. */
  readonly logWindowDays: number;
  /** Ticket field that holds the address of the subscription. */
  readonly subscriptionEmailField: string | undefined;
  /** All three empty: the app runs on every ticket. */
  readonly autoRunForms: readonly string[];
  readonly autoRunTags: readonly string[];
  readonly autoRunWords: readonly string[];
  /** An admin's own macro, by reply; wins over the one installed with the app. */
  readonly macroIds: { readonly [R in ReplyName]?: number };
}

/** A setting that does not parse. The panel has a sentence for each: `setting.<problem>`. */
export interface SettingProblem {
  /** The parameter's name in manifest.json. */
  readonly setting: string;
  readonly problem:
    | 'missing'
    | 'host-not-whitelisted'
    | 'path-without-placeholder'
    | 'path-not-absolute'
    | 'not-one-of'
    | 'not-a-domain'
    | 'not-a-number'
    | 'out-of-range'
    | 'empty-list'
    | 'not-a-field'
    | 'unknown-reply'
    | 'unsafe-text';
  /** What is expected, in the setting's own terms: `us, eu`, `1–90`, … */
  readonly expected: string;
}

/** Mailgun's hosts are on the whitelist too, and must never be sent CustomersDot's token. */
const mailgunHosts: readonly string[] = ['api.mailgun.net', 'api.eu.mailgun.net'];

/**
 * Reads the settings as Zendesk hands them over. Nothing is guessed: a value that does not parse is a problem
 * of its own, and so is a required one that is not there. Only what is optional may be absent.
 */
export function parseSettings(
  raw: unknown,
  whitelist: readonly string[],
): Result<Settings, readonly SettingProblem[]> {
  const values = fieldsOf(raw);
  const hosts = whitelist.filter((host) => !mailgunHosts.includes(host));
  const problems: SettingProblem[] = [];

  function optional<T>(setting: string, absent: T, parse: (text: string) => Parsed<T>): T {
    const text = settingText(values[setting]);
    if (text === '') return absent;
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    problems.push({ setting, ...parsed.failure });
    return absent;
  }

  /** What stands in for a broken value is never used: the problem makes the whole a failure. */
  function required<T>(setting: string, standIn: T, parse: (text: string) => Parsed<T>): T {
    if (settingText(values[setting]) !== '') return optional(setting, standIn, parse);
    const expected = parse('');
    problems.push({
      setting,
      problem: 'missing',
      expected: expected.ok ? '' : expected.failure.expected,
    });
    return standIn;
  }

  const none: readonly string[] = [];
  const settings: Settings = {
    customersdotHost: required('customersdot_host', '', (text) => parseHost(text, hosts)),
    customersdotLookupPath: required('customersdot_lookup_path', '', parseLookupPath),
    mailgunRegion: required('mailgun_region', 'us', parseRegion),
    portalMailDomain: required('portal_mail_domain', '', (text) =>
      parseDomain(text, 'customers.gitlab.com'),
    ),
    gitlabMailDomain: required('gitlab_mail_domain', '', (text) =>
      parseDomain(text, 'mg.gitlab.com'),
    ),
    resetSubjects: required('reset_subjects', none, (text) =>
      parseLines(text, 'Reset password instructions'),
    ),
    confirmationSubjects: required('confirmation_subjects', none, (text) =>
      parseLines(text, 'Confirmation instructions'),
    ),
    logWindowDays: required('log_window_days', 0, parseDays),
    subscriptionEmailField: optional<string | undefined>(
      'subscription_email_field',
      undefined,
      parseField,
    ),
    autoRunForms: optional('auto_run_forms', none, parseFormIds),
    autoRunTags: optional('auto_run_tags', none, (text) => ok(wordsOf(text))),
    autoRunWords: optional('auto_run_words', none, (text) => ok(linesOf(text))),
    macroIds: optional('macro_ids', {}, parseMacroIds),
  };
  return problems.length === 0 ? ok(settings) : failed(problems);
}

/** A number field may come as a number or as its digits; anything else is text that will not parse. */
function settingText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '?';
}
