import fc from 'fast-check';
import manifest from '../../manifest.json';
import { replyNames } from '../../src/shared/reply';
import { parseSettings, type SettingProblem } from '../../src/zendesk/settings';

const whitelist = manifest.domainWhitelist;
const hosts = ['customers.gitlab.com'];

/** As Zendesk hands them over after an installation with nothing changed: no secure ones. */
const installed = Object.fromEntries(
  manifest.parameters.flatMap((parameter) =>
    'default' in parameter ? [[parameter.name, parameter.default]] : [],
  ),
);

const parse = (change: Record<string, unknown> = {}) =>
  parseSettings({ ...installed, ...change }, whitelist);

it('parses what the manifest sets by default', () => {
  expect(parse()).toEqual({
    ok: true,
    value: {
      customersdotHost: 'customers.gitlab.com',
      lookup: { way: 'compact-list', path: installed['customersdot_lookup_path'] },
      mailgunRegion: 'us',
      portalMailDomain: 'customers.gitlab.com',
      gitlabMailDomain: 'mg.gitlab.com',
      resetSubjects: ['Reset password instructions'],
      confirmationSubjects: ['Confirmation instructions'],
      signInLinkSubjects: [],
      harmlessSubjects: ['Password Changed', 'Email Changed', 'Unlock instructions'],
      portalSignIn: 'password',
      logWindowDays: 30,
      subscriptionEmailField: undefined,
      autoRunForms: [],
      autoRunTags: [],
      autoRunWords: [],
      macroIds: {},
    },
  });
});

it.each([
  ['customersdot_host', ' Customers.GitLab.com ', 'customersdotHost', 'customers.gitlab.com'],
  [
    'customersdot_host',
    'https://customers.gitlab.com/',
    'customersdotHost',
    'customers.gitlab.com',
  ],
  ['gitlab_mail_domain', 'https://mg.gitlab.com', 'gitlabMailDomain', 'mg.gitlab.com'],
  ['customersdot_lookup_path', ' ', 'lookup', { way: 'by-hand' }],
  ['customersdot_lookup_path', null, 'lookup', { way: 'by-hand' }],
  ['mailgun_region', 'US', 'mailgunRegion', 'us'],
  ['portal_mail_domain', 'Mail.Example.com', 'portalMailDomain', 'mail.example.com'],
  ['reset_subjects', 'Reset\r\n\r\n Zurücksetzen ', 'resetSubjects', ['Reset', 'Zurücksetzen']],
  ['log_window_days', '7', 'logWindowDays', 7],
  ['log_window_days', 90, 'logWindowDays', 90],
  ['subscription_email_field', 360001, 'subscriptionEmailField', '360001'],
  ['subscription_email_field', 'custom_field_360001', 'subscriptionEmailField', '360001'],
  ['subscription_email_field', ' ', 'subscriptionEmailField', undefined],
  ['auto_run_forms', '360001\n360002, 360003', 'autoRunForms', ['360001', '360002', '360003']],
  ['auto_run_tags', 'customersdot\nlnr', 'autoRunTags', ['customersdot', 'lnr']],
  ['auto_run_words', 'sign in\nlog in', 'autoRunWords', ['sign in', 'log in']],
  ['macro_ids', null, 'macroIds', {}],
  [
    'macro_ids',
    'reseller = 360001\n\n no_account=360002',
    'macroIds',
    { reseller: 360001, no_account: 360002 },
  ],
])('parses %s %p', (setting, value, key, expected) => {
  expect(parse({ [setting]: value })).toMatchObject({ ok: true, value: { [key]: expected } });
});

/** Whoever puts in what is shown as an example has mended the setting; a choice and a range have something in them. */
function isOfUse({ setting, expected }: SettingProblem): boolean {
  switch (expected.kind) {
    case 'example':
      return parse({ [setting]: expected.value }).ok;
    case 'one-of':
      return expected.values.every((value) =>
        setting === 'macro_ids' ? parse({ [setting]: `${value} = 1` }).ok : value !== '',
      );
    case 'whole-number':
      return [expected.from, expected.to].every((value) => parse({ [setting]: value }).ok);
  }
}

it.each([
  ['customersdot_host', 'https://customers.gitlab.com/admin', 'not-only-a-host'],
  ['customersdot_host', 'http://customers.gitlab.com', 'not-only-a-host'],
  ['customersdot_host', 'customers.gitlab.com:443', 'not-only-a-host'],
  ['customersdot_host', 'customers.example.com', 'host-not-whitelisted'],
  ['customersdot_host', 'api.mailgun.net', 'mailgun-host'],
  ['customersdot_host', 'https://app.mailgun.com/mg/reporting/logs', 'mailgun-host'],
  ['customersdot_lookup_path', 'admin?query={email}', 'path-not-absolute'],
  ['customersdot_lookup_path', 'https://example.com/{email}', 'path-not-absolute'],
  ['customersdot_lookup_path', '//example.com/{email}', 'path-not-absolute'],
  ['customersdot_lookup_path', '/api/customers', 'path-without-placeholder'],
  ['customersdot_lookup_path', '/admin/customer?query={email}', 'list-not-compact'],
  ['customersdot_lookup_path', '/admin#query={email}', 'unsafe-text'],
  ['customersdot_lookup_path', '/admin?query={email}&key={{setting.x}}', 'unsafe-text'],
  ['customersdot_lookup_path', '/admin?query={email}\nHost: x', 'unsafe-text'],
  ['customersdot_host', 'customers.staging.gitlab.com', 'host-not-whitelisted'],
  ['mailgun_region', 'de', 'not-one-of'],
  ['mailgun_region', 'eu', 'host-not-whitelisted'],
  ['portal_mail_domain', 'customers', 'not-a-domain'],
  ['portal_mail_domain', 'api.eu.mailgun.net', 'mailgun-host'],
  ['gitlab_mail_domain', 'mg.gitlab.com/v3', 'not-only-a-host'],
  ['gitlab_mail_domain', 'noreply@mg.gitlab.com', 'not-only-a-host'],
  ['gitlab_mail_domain', 'Customers.GitLab.com', 'same-as-portal'],
  ['gitlab_mail_domain', '{{setting.mailgun_api_key}}', 'not-a-domain'],
  ['reset_subjects', 'Reset {{setting.mailgun_api_key}}', 'unsafe-text'],
  ['confirmation_subjects', 'Confirm\u0007', 'unsafe-text'],
  ['reset_subjects', 'Reset password instructions, Zurücksetzen', 'commas'],
  ['reset_subjects', 'Zurücksetzen;reset password instructions', 'commas'],
  ['confirmation_subjects', 'Confirm\nWelcome, Confirmation instructions', 'commas'],
  ['log_window_days', 'a month', 'not-a-number'],
  ['log_window_days', 7.5, 'not-whole'],
  ['log_window_days', '7.5', 'not-whole'],
  ['log_window_days', '7,5', 'not-whole'],
  ['log_window_days', 0, 'out-of-range'],
  ['log_window_days', '91', 'out-of-range'],
  ['subscription_email_field', 'Subscription e-mail', 'not-a-field'],
  ['auto_run_forms', 'Licensing', 'not-a-number'],
  ['macro_ids', 'reseler = 360001', 'unknown-reply'],
  ['macro_ids', '360001', 'no-equals-sign'],
  ['macro_ids', 'reseller: 360001', 'no-equals-sign'],
  ['macro_ids', 'no_account = 360002\nreseller → 360001', 'no-equals-sign'],
  ['macro_ids', 'reseller = Portal sign-in', 'not-a-number'],
  ['macro_ids', 'reseller = 0', 'not-a-number'],
  ['macro_ids', 'reseller = 1 = 2', 'not-a-number'],
])('names %s when it is %p: %s', (setting, value, problem) => {
  const result = parse({ [setting]: value });
  expect(result).toEqual({
    ok: false,
    failure: [
      { setting, problem, expected: expect.objectContaining({ kind: expect.any(String) }) },
    ],
  });
  expect(result.ok || result.failure.every(isOfUse)).toBe(true);
});

it('takes a comma for part of a subject while nothing beside it is a subject known from elsewhere', () => {
  expect(parse({ reset_subjects: 'Welcome back, set a password; it is quick' })).toMatchObject({
    ok: true,
    value: { resetSubjects: ['Welcome back, set a password; it is quick'] },
  });
});

const example = (value: string) => ({ kind: 'example', value });
const oneOf = (...values: readonly unknown[]) => ({ kind: 'one-of', values });

it.each([
  ['customersdot_host', 'api.mailgun.net', oneOf(...hosts)],
  ['customersdot_lookup_path', 'admin', example('/api/support/sign_in_check?email={email}')],
  ['mailgun_region', 'de', oneOf('us')],
  ['mailgun_region', 'eu', oneOf('us')],
  ['mailgun_region', '', oneOf('us')],
  ['portal_mail_domain', 'customers', example('customers.gitlab.com')],
  ['gitlab_mail_domain', 'mg', example('mg.gitlab.com')],
  ['log_window_days', '91', { kind: 'whole-number', from: 1, to: 90 }],
  ['log_window_days', '7.5', { kind: 'whole-number', from: 1, to: 90 }],
  ['macro_ids', 'reseller = Portal', example('reseller = 360001234567')],
  ['macro_ids', 'no_account: 360001', example('no_account = 360001')],
  ['macro_ids', 'resller = 1', oneOf(...replyNames)],
])('says what is expected of %s, not %p', (setting, value, expected) => {
  expect(parse({ [setting]: value })).toMatchObject({ ok: false, failure: [{ expected }] });
});

it('names every setting that is wrong, in the order of the manifest', () => {
  const result = parse({ log_window_days: 0, mailgun_region: 'x' });
  expect(result).toMatchObject({
    failure: [{ setting: 'mailgun_region' }, { setting: 'log_window_days' }],
  });
});

const neededHere = manifest.parameters.filter(
  (parameter) => parameter.required && !('secure' in parameter),
);

it.each(neededHere.map(({ name }) => name))('does not make up for a missing %s', (setting) => {
  const result = parse({ [setting]: '' });
  expect(result).toEqual({
    ok: false,
    failure: [
      {
        setting,
        problem: 'missing',
        expected: expect.objectContaining({ kind: expect.any(String) }),
      },
    ],
  });
  expect(result.ok || result.failure.every(isOfUse)).toBe(true);
});

it.each([undefined, null, [], 'settings', 7])('names every missing setting for %p', (raw) => {
  const result = parseSettings(raw, whitelist);
  const named = result.ok ? [] : result.failure.map(({ setting }) => setting);
  expect(named).toEqual(neededHere.map(({ name }) => name));
});

it('never throws, whatever stands in the settings', () => {
  const settings = fc.record(
    Object.fromEntries(
      manifest.parameters.map(({ name }) => [
        name,
        fc.anything({ withBigInt: true, withMap: true }),
      ]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(settings, (raw) => {
      const result = parseSettings(raw, whitelist);
      expect(result.ok || result.failure.length > 0).toBe(true);
    }),
  );
});
