import { type Result, failed, ok } from '../shared/failure';
import { fieldsOf } from '../shared/json';
import { type LookupProblem, type LookupWay, parseLookupWay } from '../shared/lookup-way';
import { type ReplyName, replyNames } from '../shared/reply';
import { isPlain } from '../shared/text';

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
  /** Of the portal's other mails: they are no reset, whatever they speak of. */
  readonly harmlessSubjects: readonly string[];
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

/** What would do in a setting's place: all there is to choose from, or one of many that would do. */
export type Expected =
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'example'; readonly value: string }
  | { readonly kind: 'whole-number'; readonly from: number; readonly to: number };

/** A setting that does not parse. The panel has a sentence for each: `setting.<problem>`. */
export interface SettingProblem {
  /** The parameter's name in manifest.json. */
  readonly setting: string;
  readonly problem:
    | 'missing'
    | LookupProblem
    | 'host-not-whitelisted'
    | 'not-only-a-host'
    | 'mailgun-host'
    | 'not-one-of'
    | 'not-a-domain'
    | 'same-as-portal'
    | 'not-a-number'
    | 'not-whole'
    | 'out-of-range'
    | 'empty-list'
    | 'commas'
    | 'not-a-field'
    | 'no-equals-sign'
    | 'unknown-reply';
  readonly expected: Expected;
}

/** On the whitelist too, for one of them, and must never be sent CustomersDot's token. */
const mailgunHosts = { us: 'api.mailgun.net', eu: 'api.eu.mailgun.net' } as const;
const regions = ['us', 'eu'] as const;

/** Mailgun's own, its console among them; `….mailgun.org` is what it calls a customer's domain to try things out. */
const ofMailgun = /(^|\.)mailgun\.(net|com)$/;

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
      expected: expected.ok ? { kind: 'one-of', values: [] } : expected.failure.expected,
    });
    return standIn;
  }

  const none: readonly string[] = [];
  const settings: Settings = {
    customersdotHost: required('customersdot_host', '', (text) => parseHost(text, hosts)),
    lookup: optional<LookupWay>('customersdot_lookup_path', { way: 'by-hand' }, parseWay),
    mailgunRegion: required<'us' | 'eu'>('mailgun_region', 'us', (text) =>
      parseRegion(text, inReach),
    ),
    portalMailDomain: required('portal_mail_domain', '', (text) =>
      parseDomain(text, 'customers.gitlab.com'),
    ),
    gitlabMailDomain: required('gitlab_mail_domain', '', (text) =>
      parseGitlabDomain(text, settingText(values['portal_mail_domain'])),
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
    harmlessSubjects: optional('harmless_subjects', none, (text) =>
      parseLines(text, 'Password Changed'),
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

const wrong = (problem: SettingProblem['problem'], expected: Expected) =>
  failed({ problem, expected });

const example = (value: string): Expected => ({ kind: 'example', value });
const oneOf = (values: readonly string[]): Expected => ({ kind: 'one-of', values });

/** As it is copied out of a browser: what goes beyond the name says nothing else than the name does. */
const hostIn = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '');

/** A whole address, a port or a mailbox where a name is wanted; with the name of Mailgun that matters more. */
function hostProblem(host: string): 'mailgun-host' | 'not-only-a-host' | undefined {
  const [name = ''] = host.replace(/^\w+:\/\//, '').split(/[/:]/);
  if (ofMailgun.test(name)) return 'mailgun-host';
  return /[/:@]/.test(host) && isPlain(host) ? 'not-only-a-host' : undefined;
}

function parseHost(text: string, hosts: readonly string[]): Parsed<string> {
  const host = hostIn(text);
  if (hosts.includes(host)) return ok(host);
  return wrong(hostProblem(host) ?? 'host-not-whitelisted', oneOf(hosts));
}

function parseWay(text: string): Parsed<LookupWay> {
  const way = parseLookupWay(text);
  return way.ok ? way : wrong(way.failure.problem, example(way.failure.expected));
}

/** A package is made for one region; what the key of another would be sent to is not on its whitelist. */
function parseRegion(text: string, inReach: readonly ('us' | 'eu')[]): Parsed<'us' | 'eu'> {
  const region = regions.find((known) => known === text.toLowerCase());
  if (region === undefined) return wrong('not-one-of', oneOf(inReach));
  return inReach.includes(region) ? ok(region) : wrong('host-not-whitelisted', oneOf(inReach));
}

function parsePortalSignIn(text: string): Parsed<Settings['portalSignIn']> {
  const way = text.toLowerCase();
  return way === 'password' || way === 'one_time_link'
    ? ok(way)
    : wrong('not-one-of', oneOf(['password', 'one_time_link']));
}

function parseDomain(text: string, usual: string): Parsed<string> {
  const name = hostIn(text);
  const problem = hostProblem(name) ?? (domain.test(name) ? undefined : 'not-a-domain');
  return problem === undefined ? ok(name) : wrong(problem, example(usual));
}

/** With one domain for both, every reset of the portal's would be one of GitLab.com's too. */
function parseGitlabDomain(text: string, portal: string): Parsed<string> {
  const parsed = parseDomain(text, 'mg.gitlab.com');
  return parsed.ok && parsed.value === hostIn(portal)
    ? wrong('same-as-portal', example('mg.gitlab.com'))
    : parsed;
}

function parseDays(text: string): Parsed<number> {
  const expected: Expected = { kind: 'whole-number', from: 1, to: 90 };
  const days = Number(text.replace(',', '.'));
  if (!Number.isFinite(days)) return wrong('not-a-number', expected);
  if (!Number.isInteger(days)) return wrong('not-whole', expected);
  return days >= expected.from && days <= expected.to ? ok(days) : wrong('out-of-range', expected);
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Devise's own, in lower case: nobody would put one of them into a longer subject. */
const knownSubjects: readonly string[] = [
  'reset password instructions',
  'confirmation instructions',
  'unlock instructions',
];

/** A comma may belong to a subject. Not where what stands beside it is a whole subject. */
const isSeveralSubjects = (line: string): boolean => {
  const parts = line.split(/[,;]/).map((part) => part.trim().toLowerCase());
  return parts.length > 1 && parts.some((part) => knownSubjects.includes(part));
};

function parseLines(text: string, usual: string): Parsed<readonly string[]> {
  const lines = linesOf(text);
  if (lines.length === 0) return wrong('empty-list', example(usual));
  if (!lines.every(isPlain)) return wrong('unsafe-text', example(usual));
  return lines.some(isSeveralSubjects) ? wrong('commas', example(usual)) : ok(lines);
}

/** Tags and form ids hold no spaces, so any separator will do. */
const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s,;]+/).filter((word) => word !== '');

function parseFormIds(text: string): Parsed<readonly string[]> {
  const ids = wordsOf(text);
  return ids.every((id) => /^\d+$/.test(id))
    ? ok(ids)
    : wrong('not-a-number', example('360001234567'));
}

/** Zendesk shows a field's number in its settings, the framework calls it `custom_field_<number>`. */
function parseField(text: string): Parsed<string> {
  const id = /^(?:custom_field_)?(\d+)$/.exec(text)?.[1];
  return id === undefined ? wrong('not-a-field', example('360001234567')) : ok(id);
}

function parseMacroIds(text: string): Parsed<Settings['macroIds']> {
  const macroIds: { [R in ReplyName]?: number } = {};
  for (const line of linesOf(text)) {
    const [left = '', right, ...rest] = line.split('=').map((part) => part.trim());
    const name = replyNames.find((reply) => reply === left);
    if (right === undefined) return wrong('no-equals-sign', example(withEqualsSign(line)));
    if (!name) return wrong('unknown-reply', oneOf(replyNames));
    const id = Number(right);
    if (rest.length > 0 || !/^\d+$/.test(right) || !Number.isSafeInteger(id) || id === 0) {
      return wrong('not-a-number', example(`${name} = 360001234567`));
    }
    macroIds[name] = id;
  }
  return ok(macroIds);
}

/** The line as it was meant, as far as that can be told. */
function withEqualsSign(line: string): string {
  const name = replyNames.find(
    (reply) => line.startsWith(reply) && !/^\w/.test(line.slice(reply.length)),
  );
  const [digits = '360001234567'] = /\d{3,15}/.exec(line) ?? [];
  return `${name ?? 'reseller'} = ${digits}`;
}
