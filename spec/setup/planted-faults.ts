import type { RequestHandler } from 'express';
import { usualMails } from '../../sandbox/mailgun/usual-mails';
import { lookupPaths } from '../../sandbox/scenarios/lookup-paths';
import type { SetupLineId, SetupLineState } from '../../src/setup/lines';
import { knownAddress, type Plant } from './a-set-up';

export interface PlantedFault {
  readonly fault: string;
  readonly plant: Plant;
  readonly line: SetupLineId;
  readonly state: Exclude<SetupLineState, 'works'>;
}

const day = 86_400_000;
const portal = 'customers.gitlab.com';
const gitlab = 'mg.gitlab.com';

const list = { customersdot_lookup_path: lookupPaths['compact-list'] };
const exporting = { customersdot_lookup_path: lookupPaths.export };

const answering =
  (status: number, body: string, type = 'application/json'): RequestHandler =>
  (_, response) => {
    response.status(status).type(type).send(body);
  };

/** An endpoint that leaves a field out. */
const without =
  (field: string): RequestHandler =>
  ({ query }, response) => {
    const account = { id: 1, email: knownAddress, login_activated: true, confirmed_at: null };
    const { [field as keyof typeof account]: _, ...rest } = account;
    response.json({ customers: query['email'] === knownAddress ? [rest] : [] });
  };

const subjects = (from: string, to: string) => (now: number) =>
  usualMails(now).map((mail) => (mail.subject === from ? { ...mail, subject: to } : mail));

const forbidden = {
  kind: 'answer',
  status: 403,
  body: '{"error":"Forbidden"}',
  headers: { 'content-type': 'application/json' },
} as const;

const row = (
  fault: string,
  line: SetupLineId,
  state: PlantedFault['state'],
  plant: Plant,
): PlantedFault => ({ fault, line, state, plant });

/** One thing wrong at a time, and the line that has to say so. */
export const plantedFaults: readonly PlantedFault[] = [
  // Settings
  row('The portal’s host is one of Mailgun’s', 'settings-values', 'fails', {
    settings: { customersdot_host: 'api.mailgun.net' },
  }),
  row('Both mail domains are the same', 'settings-values', 'fails', {
    settings: { gitlab_mail_domain: portal },
  }),
  row('Two of Devise’s subjects on one line', 'settings-values', 'fails', {
    settings: { reset_subjects: 'Reset password instructions, Unlock instructions' },
  }),
  row('`log_window_days` is 7.5', 'settings-values', 'fails', {
    settings: { log_window_days: '7.5' },
  }),
  row('`macro_ids` with a colon', 'settings-values', 'fails', {
    settings: { macro_ids: 'reseller: 360001234567' },
  }),
  row('Mail domains swapped', 'settings-domains', 'fails', {
    settings: { portal_mail_domain: gitlab, gitlab_mail_domain: portal },
  }),
  row('Two subjects of GitLab’s own on one line', 'settings-subjects', 'fails', {
    settings: { reset_subjects: 'Set a new password, Choose your password' },
    mails: subjects('Reset password instructions', 'Set a new password'),
  }),
  row('A subject with a comma that nobody sends', 'settings-subjects', 'unknown', {
    settings: { reset_subjects: 'Hello, here is your password' },
  }),
  row('Mailgun keeps five days, the setting asks for thirty', 'settings-window', 'fails', {
    mailgun: { retentionDays: 5 },
    mails: (now) =>
      Array.from({ length: 120 }, (_, nth) => ({
        domain: gitlab,
        to: 'dev@example.com',
        subject: `Re: Widgets | Pipeline (!${nth})`,
        at: now - nth * 3_600_000,
        fate: 'delivered' as const,
      })),
  }),
  row('Mailgun refuses a window longer than it keeps', 'settings-window', 'fails', {
    mailgun: { retentionDays: 5, tooOldStart: 'refused' },
  }),
  row('Too few mails to tell how long Mailgun keeps them', 'settings-window', 'unknown', {
    mails: (now) =>
      usualMails(now)
        .filter(({ at }) => at > now - 2 * day)
        .slice(0, 4),
  }),
  row('The portal sends sign-in links, the setting says `password`', 'settings-sign-in', 'fails', {
    mails: subjects('Reset password instructions', 'Your one-time sign-in link'),
  }),
  row('The portal sends both, the setting says `password`', 'settings-sign-in', 'unknown', {
    mails: (now) => [
      ...usualMails(now),
      ...subjects('Reset password instructions', 'Your one-time sign-in link')(now),
    ],
  }),
  row('The portal sends resets, the setting says `one_time_link`', 'settings-sign-in', 'fails', {
    settings: { portal_sign_in: 'one_time_link', sign_in_link_subjects: 'Sign in' },
  }),
  row('A form that Zendesk does not have', 'settings-forms', 'fails', {
    settings: { auto_run_forms: '360000100 4711' },
  }),
  row('Forms that may not be read', 'settings-forms', 'unknown', {
    zendesk: (path) => (path.includes('/ticket_forms/') ? forbidden : undefined),
  }),
  row('A ticket field that Zendesk does not have', 'settings-field', 'fails', {
    settings: { subscription_email_field: '4711' },
  }),
  // CustomersDot
  row('A wrong token', 'portal-answers', 'fails', { portal: { adminToken: 'another' } }),
  row('The proxy strips `Authorization`', 'portal-answers', 'fails', {
    quirks: { authorization: 'stripped' },
  }),
  row('Cloudflare blocks the app', 'portal-answers', 'fails', {
    quirks: { inFront: 'cloudflare' },
  }),
  row('A challenge of Cloudflare’s', 'portal-answers', 'fails', {
    quirks: { inFront: 'challenge' },
  }),
  row('A firewall’s page', 'portal-answers', 'fails', { quirks: { inFront: 'firewall' } }),
  row('Maintenance', 'portal-answers', 'unknown', { quirks: { inFront: 'maintenance' } }),
  row('The portal is down', 'portal-answers', 'unknown', { faults: { customersdot: 'down' } }),
  row('The portal has a problem of its own', 'portal-answers', 'unknown', {
    faults: { customersdot: '500' },
  }),
  row('The app is not installed (`zcli apps:server`)', 'portal-answers', 'fails', { mode: 'zcli' }),
  row('Okta, the redirect handed on', 'portal-redirect', 'fails', { quirks: { inFront: 'okta' } }),
  row('Okta, the redirect followed', 'portal-redirect', 'fails', {
    quirks: { inFront: 'okta', redirects: 'followed' },
  }),
  row('The portal’s own sign-in page in place of JSON', 'portal-redirect', 'fails', {
    faults: { customersdot: 'sign-in-page' },
  }),
  row('The answer is cut off on its way', 'portal-json', 'fails', { quirks: { body: 'cut-off' } }),
  row('JSON of another shape', 'portal-json', 'fails', { faults: { customersdot: 'wrong-shape' } }),
  row('An answer of five megabytes', 'portal-json', 'fails', {
    portalHandler: answering(200, `[${'{"id":1},'.repeat(600_000)}{}]`),
  }),
  row('An empty answer', 'portal-json', 'fails', { faults: { customersdot: 'empty' } }),
  row('The endpoint leaves `confirmed_at` out', 'portal-fields', 'fails', {
    portalHandler: without('confirmed_at'),
  }),
  row('The endpoint leaves `login_activated` out', 'portal-fields', 'fails', {
    portalHandler: without('login_activated'),
  }),
  row('An address that has an account is not found', 'portal-exact', 'fails', {
    portal: { customers: [] },
  }),
  row('The admin’s own address has no account', 'portal-exact', 'unknown', { known: null }),
  row('The search is ignored: the first page of all customers', 'portal-absent', 'fails', {
    portalHandler: answering(200, '[{"id":1,"email":"other@example.com"}]'),
  }),
  row('Brackets do not arrive as brackets', 'portal-absent', 'fails', {
    settings: list,
    quirks: { query: 'encoded-twice' },
  }),
  row('`Accept` is replaced by a browser’s', 'portal-accept', 'unknown', {
    quirks: { accept: 'replaced' },
  }),
  row('An answer takes 6 s', 'portal-time', 'unknown', { portalTakes: 6_000 }),
  row('No answer in time', 'portal-time', 'fails', { faults: { customersdot: 'timeout' } }),
  row('A role that may not export, and no list either', 'portal-answers', 'fails', {
    settings: exporting,
    portalHandler: answering(403, '{"error":"Forbidden"}'),
  }),
  // Mailgun
  row('A wrong Mailgun key', 'mailgun-key', 'fails', { mailgun: { apiKey: 'another' } }),
  row('The wrong region, and the other one out of reach', 'mailgun-region', 'unknown', {
    mailgun: { region: 'eu' },
    hosts: [portal, 'api.mailgun.net'],
  }),
  row('The wrong region', 'mailgun-region', 'fails', {
    mailgun: { region: 'eu' },
    hosts: [portal, 'api.mailgun.net', 'api.eu.mailgun.net'],
  }),
  row('A sending key', 'mailgun-logs', 'fails', { mailgun: { role: 'sending' } }),
  row('A role that may not post to the logs', 'mailgun-logs', 'fails', {
    mailgun: { role: 'basic', analystMayPost: false },
  }),
  row('Too many requests', 'mailgun-key', 'unknown', { faults: { portal_log: '429' } }),
  row('The key sees no mail of the portal’s domain', 'mailgun-portal-mail', 'fails', {
    mailgun: { visibleDomains: [gitlab] },
  }),
  row('The key sees no mail of GitLab.com’s domain', 'mailgun-gitlab-mail', 'fails', {
    mailgun: { visibleDomains: [portal] },
  }),
  row('One log does not answer', 'mailgun-gitlab-mail', 'unknown', {
    faults: { gitlab_log: 'down' },
  }),
  row('Mailgun does not answer', 'settings-window', 'unknown', {
    faults: { portal_log: 'down', gitlab_log: 'down' },
  }),
  row('The portal’s log does not answer', 'settings-sign-in', 'unknown', {
    faults: { portal_log: 'down' },
  }),
  row('The newest mail is two days old', 'mailgun-lag', 'unknown', {
    mailgun: { lagMs: 2 * day },
  }),
  row('Reset subjects with a suffix', 'mailgun-reset', 'fails', {
    mails: subjects('Reset password instructions', 'Reset password instructions | GitLab'),
  }),
  row('Confirmation subjects of another wording', 'mailgun-confirmation', 'fails', {
    mails: subjects('Confirmation instructions', 'Please confirm your address'),
  }),
  row('Reset subjects that nobody sends', 'mailgun-reset', 'unknown', {
    mails: (now) =>
      usualMails(now).filter(({ subject }) => subject !== 'Reset password instructions'),
  }),
  row('Sign-in links, and no subject set for them', 'mailgun-link', 'fails', {
    settings: { portal_sign_in: 'one_time_link' },
    mails: subjects('Reset password instructions', 'Your one-time sign-in link'),
  }),
  row('Mailgun refuses the question for subaccounts', 'mailgun-subaccounts', 'fails', {
    mailgun: { subaccounts: 'refused' },
  }),
  // Zendesk
  row('Nothing says which page embeds the app', 'zendesk-sdk', 'unknown', { origin: '' }),
  row('Macros were not installed', 'zendesk-macros-found', 'fails', { macros: 'not-installed' }),
  row('Macros were deleted', 'zendesk-macros-found', 'fails', { macros: 'missing' }),
  row('Macros are switched off', 'zendesk-macros-active', 'fails', { macros: 'inactive' }),
  row('Macros are restricted to another group', 'zendesk-macros-visible', 'fails', {
    macros: 'forbidden',
  }),
  row('A macro has no public comment', 'zendesk-macros-preview', 'fails', {
    changeMacro: (macro) =>
      macro.identifier.endsWith('reseller')
        ? { ...macro, actions: [{ field: 'status', value: 'pending' }] }
        : macro,
  }),
  row('The ticket is not saved', 'zendesk-macros-preview', 'unknown', {
    paths: { 'ticket.id': null },
  }),
  row('Identities may not be read', 'zendesk-identities', 'fails', {
    zendesk: (path) => (path.includes('/identities') ? forbidden : undefined),
  }),
  row('Zendesk does not say how an address was verified', 'zendesk-identities', 'fails', {
    zendesk: (path) => {
      const [, user] = /users\/(\d+)\/identities/.exec(path) ?? [];
      const row = { user_id: Number(user), type: 'email', value: 'a@example.com', verified: true };
      return user === undefined
        ? undefined
        : { ...forbidden, status: 200, body: JSON.stringify({ identities: [row], count: 1 }) };
    },
  }),
  row('The saved ticket may not be read', 'zendesk-copies', 'fails', {
    zendesk: (path) =>
      path.includes('include=users') || /tickets\/\d+\.json$/.test(path) ? forbidden : undefined,
  }),
  row('No composer is open', 'zendesk-composer', 'fails', {
    paths: { 'ticket.editor.targetChannel': undefined, 'comment.text': undefined },
  }),
  row('A source asks to wait, and nothing says how long', 'zendesk-retry-after', 'unknown', {
    portalHandler: answering(429, 'Retry later', 'text/plain'),
  }),
];
