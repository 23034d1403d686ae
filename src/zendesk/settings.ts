import { fieldsOf } from '../shared/json';
import { type LookupProblem, type LookupWay, parseLookupWay } from '../shared/lookup-way';
import { type ReplyName, replyNames } from '../shared/reply-name';
import { type Result, failed, ok } from '../shared/result';

/** The app's settings after parsing. Secure ones are not here: Zendesk never hands them to the browser. */
export interface Settings {
  readonly customersdotHost: string;
  readonly lookup: LookupWay;
  readonly mailgunRegion: 'us' | 'eu';
  readonly portalMailDomain: string;
  readonly gitlabMailDomain: string;
  readonly resetSubjects: readonly string[];
  readonly confirmationSubjects: readonly string[];
  /** Empty: the app cannot tell these mails from others, and says nothing about them. */
  readonly signInLinkSubjects: readonly string[];
  /** How customers sign in to the portal, which decides which edition of the handbook page rules. */
  readonly portalSignIn: 'password' | 'one_time_link';
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
    | LookupProblem
    | 'host-not-whitelisted'
    | 'not-one-of'
    | 'not-a-domain'
    | 'not-a-number'
    | 'out-of-range'
    | 'empty-list'
    | 'not-a-field'
    | 'unknown-reply';
  /** What is expected, in the setting's own terms: `us, eu`, `1–90`, … */
  readonly expected: string;
}

/** On the whitelist too, for one of them, and must never be sent CustomersDot's token. */
const mailgunHosts = { us: 'api.mailgun.net', eu: 'api.eu.mailgun.net' } as const;
const regions = ['us', 'eu'] as const;

/**
 * Reads the settings as Zendesk hands them over. Nothing is guessed: a value that does not parse is a problem
 * of its own, and so is a required one that is not there. Only what is optional may be absent.
 */
export function parseSettings(
  raw: unknown,
  whitelist: readonly string[],
): Result<Settings, readonly SettingProblem[]> {
  const values = fieldsOf(raw);
  const hosts = whitelist.filter((host) => !Object.values<string>(mailgunHosts).includes(host));
  const inReach = regions.filter((region) => whitelist.includes(mailgunHosts[region]));
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
    lookup: optional<LookupWay>('customersdot_lookup_path', { way: 'by-hand' }, parseLookupWay),
    mailgunRegion: required<'us' | 'eu'>('mailgun_region', 'us', (text) =>
      parseRegion(text, inReach),
    ),
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
    signInLinkSubjects: optional('sign_in_link_subjects', none, (text) =>
      parseLines(text, 'Sign in to the Customers Portal'),
    ),
    portalSignIn: optional<Settings['portalSignIn']>(
      'portal_sign_in',
      'password',
      parsePortalSignIn,
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

/** A setting's value, or what is wrong with it. */
export type Parsed<T> = Result<T, Pick<SettingProblem, 'problem' | 'expected'>>;

const domain =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f]/;

const wrong = (problem: SettingProblem['problem'], expected: string) =>
  failed({ problem, expected });

/** Zendesk replaces `{{…}}` on its way out, so none may come from a setting. */
const isUnsafe = (text: string): boolean => control.test(text) || text.includes('{{');

function parseHost(text: string, hosts: readonly string[]): Parsed<string> {
  const host = text.toLowerCase();
  return hosts.includes(host) ? ok(host) : wrong('host-not-whitelisted', hosts.join(', '));
}

/** A package is made for one region; what the key of another would be sent to is not on its whitelist. */
function parseRegion(text: string, inReach: readonly ('us' | 'eu')[]): Parsed<'us' | 'eu'> {
  const region = regions.find((known) => known === text.toLowerCase());
  if (region === undefined) return wrong('not-one-of', inReach.join(', '));
  return inReach.includes(region) ? ok(region) : wrong('host-not-whitelisted', inReach.join(', '));
}

function parsePortalSignIn(text: string): Parsed<Settings['portalSignIn']> {
  const way = text.toLowerCase();
  return way === 'password' || way === 'one_time_link'
    ? ok(way)
    : wrong('not-one-of', 'password, one_time_link');
}

function parseDomain(text: string, example: string): Parsed<string> {
  const name = text.toLowerCase();
  return domain.test(name) ? ok(name) : wrong('not-a-domain', example);
}

function parseDays(text: string): Parsed<number> {
  const days = Number(text);
  if (!Number.isInteger(days)) return wrong('not-a-number', '1–90');
  return days >= 1 && days <= 90 ? ok(days) : wrong('out-of-range', '1–90');
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function parseLines(text: string, example: string): Parsed<readonly string[]> {
  const lines = linesOf(text);
  if (lines.length === 0) return wrong('empty-list', example);
  return lines.some(isUnsafe) ? wrong('unsafe-text', example) : ok(lines);
}

/** Tags and form ids hold no spaces, so any separator will do. */
const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s,;]+/).filter((word) => word !== '');

function parseFormIds(text: string): Parsed<readonly string[]> {
  const ids = wordsOf(text);
  return ids.every((id) => /^\d+$/.test(id)) ? ok(ids) : wrong('not-a-number', '360001234567');
}

/** Zendesk shows a field's number in its settings, the framework calls it `custom_field_<number>`. */
function parseField(text: string): Parsed<string> {
  const id = /^(?:custom_field_)?(\d+)$/.exec(text)?.[1];
  return id === undefined ? wrong('not-a-field', '360001234567') : ok(id);
}

function parseMacroIds(text: string): Parsed<Settings['macroIds']> {
  const macroIds: { [R in ReplyName]?: number } = {};
  for (const line of linesOf(text)) {
    const [left = '', right = '', ...rest] = line.split('=').map((part) => part.trim());
    const name = replyNames.find((reply) => reply === left);
    if (!name) return wrong('unknown-reply', replyNames.join(', '));
    const id = Number(right);
    if (rest.length > 0 || !/^\d+$/.test(right) || !Number.isSafeInteger(id) || id === 0) {
      return wrong('not-a-number', `${name} = 360001234567`);
    }
    macroIds[name] = id;
  }
  return ok(macroIds);
}
