import type { Clock } from '../shared/clock';
import type { Failure } from '../shared/failure';
import { htmlToText, isTooMuchMarkup } from '../shared/html';
import { fieldsOf, idOf, listOf, textOf } from '../shared/json';
import type { ReplyName } from '../shared/reply';
import { escapeText } from '../shared/text';
import { type ZafClient, getPaths } from './client';
import { askZendesk } from './http-answer';
import type { Settings } from './settings';

/** A macro with its comment as it would read in this ticket. Not sanitised. */
export interface FoundMacro {
  readonly kind: 'found';
  readonly macroId: number;
  readonly title: string;
  readonly html: string;
  readonly text: string;
  /** The admin's own, named in the settings, rather than the one installed with the app. */
  readonly ownMacro: boolean;
}

export interface NoMacro {
  readonly kind:
    | 'not-installed'
    | 'several'
    | 'missing'
    | 'inactive'
    | 'forbidden'
    | 'failed'
    | 'too-large'
    | 'unsaved-ticket';
}

export interface Macros {
  find(
    name: ReplyName,
    macroIds: Settings['macroIds'],
    ticketId: number | undefined,
  ): Promise<FoundMacro | NoMacro>;
}

/** As requirements.json has them; a spec holds the two together. */
export const macroTitles: Readonly<Record<ReplyName, string>> = {
  reseller: 'Support::L&R::Portal sign-in::Bought through a reseller',
  wrong_site_reset: 'Support::L&R::Portal sign-in::Password reset on GitLab.com',
  no_reset_mail: 'Support::L&R::Portal sign-in::No reset email found',
  unconfirmed: 'Support::L&R::Portal sign-in::Account not confirmed',
  reset_not_delivered: 'Support::L&R::Portal sign-in::Reset email not delivered',
  reset_refused: 'Support::L&R::Portal sign-in::Reset email refused because of us',
  reset_delayed: 'Support::L&R::Portal sign-in::Reset email: mail server was busy',
  reset_misrouted: 'Support::L&R::Portal sign-in::Reset email: wrong MX record',
  no_account: 'Support::L&R::Portal sign-in::No portal account',
  no_known_cause: 'Support::L&R::Portal sign-in::No known cause',
  verify_ownership: 'Support::L&R::Portal sign-in::Verify ownership',
  login_off: 'Support::L&R::Portal sign-in::Login switched off',
  gitlab_reset_instead_of_link:
    'Support::L&R::Portal sign-in::Password reset on GitLab.com, no sign-in link',
  no_mail: 'Support::L&R::Portal sign-in::No sign-in link found',
  link_not_delivered: 'Support::L&R::Portal sign-in::Sign-in link not delivered',
  link_refused: 'Support::L&R::Portal sign-in::Sign-in link refused because of us',
  link_delayed: 'Support::L&R::Portal sign-in::Sign-in link: mail server was busy',
  link_misrouted: 'Support::L&R::Portal sign-in::Sign-in link: wrong MX record',
  link_expired: 'Support::L&R::Portal sign-in::Sign-in link expired',
  not_linked: 'Support::L&R::Portal sign-in::Not linked to GitLab.com',
  linked_elsewhere: 'Support::L&R::Portal sign-in::Linked with another address',
  enterprise_without_password: 'Support::L&R::Portal sign-in::Enterprise user without password',
  no_account_with_link: 'Support::L&R::Portal sign-in::No portal account (one-time link)',
  unconfirmed_with_link: 'Support::L&R::Portal sign-in::Account not confirmed (one-time link)',
  no_known_cause_with_link: 'Support::L&R::Portal sign-in::No known cause (one-time link)',
};

/** Whose it is: named in the settings, created with the app, or of the app's own title. */
export interface WhichMacro {
  readonly macroId: number;
  readonly by: 'setting' | 'requirement' | 'title';
}

/** The macro of a reply, or why there is none. Up to two questions. */
export async function whichMacro(
  client: ZafClient,
  clock: Clock,
  name: ReplyName,
  macroIds: Settings['macroIds'],
): Promise<WhichMacro | NoMacro> {
  const own = macroIds[name];
  if (own !== undefined) return { macroId: own, by: 'setting' };
  const installed = await installedMacro(client, clock, name);
  if (installed !== undefined) return { macroId: installed, by: 'requirement' };
  return macroByTitle(client, clock, name);
}

/** What the app's requirements.json created at installation; none under `zcli apps:server`. */
async function installedMacro(
  client: ZafClient,
  clock: Clock,
  name: ReplyName,
): Promise<number | undefined> {
  const path = `requirement:portal_sign_in_${name}`;
  const paths = await getPaths(client, clock, [path]);
  return paths.ok ? idOf(fieldsOf(paths.value[path])['requirement_id']) : undefined;
}

/**
 * Who packages the app without its requirements keeps macros by title. One active macro of exactly that title is
 * ours; of two nobody can tell.
 */
async function macroByTitle(
  client: ZafClient,
  clock: Clock,
  name: ReplyName,
): Promise<WhichMacro | NoMacro> {
  const title = macroTitles[name];
  const path = `/api/v2/macros/search.json?query=${encodeURIComponent(title)}`;
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  if (!answer.ok) {
    const { failure } = answer;
    return { kind: failure.kind === 'not-found' ? 'not-installed' : reasonOf(failure) };
  }
  const [macroId, ...others] = listOf(fieldsOf(answer.value)['macros'])
    .map(fieldsOf)
    .filter((macro) => macro['active'] !== false && textOf(macro['title'])?.trim() === title)
    .flatMap(({ id }) => idOf(id) ?? []);
  if (macroId === undefined) return { kind: 'not-installed' };
  return others.length > 0 ? { kind: 'several' } : { macroId, by: 'title' };
}

export function createMacros(client: ZafClient, clock: Clock): Macros {
  return {
    async find(name, macroIds, ticketId) {
      if (ticketId === undefined) return { kind: 'unsaved-ticket' };
      const which = await whichMacro(client, clock, name, macroIds);
      if ('kind' in which) return which;
      const { macroId } = which;

      const [macro, preview] = await Promise.all([
        askZendesk(client, clock, { method: 'GET', path: `/api/v2/macros/${macroId}.json` }),
        askZendesk(client, clock, {
          method: 'GET',
          path: `/api/v2/tickets/${ticketId}/macros/${macroId}/apply.json`,
        }),
      ]);
      if (!macro.ok) return { kind: reasonOf(macro.failure) };
      const { active, title, actions } = fieldsOf(fieldsOf(macro.value)['macro']);
      if (active === false) return { kind: 'inactive' };
      if (!preview.ok) return { kind: reasonOf(preview.failure) };

      const comment = macroComment(preview.value, actions);
      if (!comment) return { kind: 'failed' };
      if (comment === 'too-large') return { kind: comment };
      const found = { macroId, title: textOf(title) ?? '', ownMacro: which.by === 'setting' };
      return { kind: 'found', ...found, ...comment };
    },
  };
}

function reasonOf({ kind }: Failure): NoMacro['kind'] {
  if (kind === 'not-found') return 'missing';
  return kind === 'forbidden' ? 'forbidden' : 'failed';
}

export interface MacroComment {
  readonly html: string;
  readonly text: string;
}

/**
 * The reply in the answer of `…/macros/{id}/apply.json`. Zendesk documents `body` and `scoped_body` pairs labelled
 * `channel:…`, and does not say whether they hold markup; older clients recorded `html_body` and pairs labelled `html`
 * or `text/html` beside them. A macro that writes an internal note is no reply.
 */
function macroComment(answer: unknown, actions: unknown): MacroComment | 'too-large' | undefined {
  const ticket = fieldsOf(fieldsOf(fieldsOf(answer)['result'])['ticket']);
  const comment = fieldsOf(ticket['comment']);
  const modes = listOf(actions)
    .map(fieldsOf)
    .flatMap(({ field, value }) => (field === 'comment_mode_is_public' ? [value] : []));
  const said = comment['public'] === undefined ? modes : [comment['public'], ...modes];
  if (!said.every((isPublic) => isPublic === true || isPublic === 'true')) return undefined;

  const scoped = (label: RegExp): string | undefined => {
    const pairs = listOf(comment['scoped_body']).map(listOf);
    return textOf(pairs.find(([name]) => label.test(String(name)))?.[1]);
  };
  const written = textOf(comment['body']) ?? scoped(/^(text\/)?plain$/) ?? scoped(/^channel:/);
  const html =
    textOf(comment['html_body']) ??
    scoped(/^(text\/)?html$/) ??
    (written === undefined || isMarkup(written, actions) ? written : plainAsHtml(written));
  if (html === undefined) return undefined;
  return isTooMuchMarkup(html) ? 'too-large' : { html, text: htmlToText(html) };
}

const blockTag = /<\/?(?:p|div|br|ul|ol|li|blockquote|h[1-6]|table|pre|hr)(?:\s[^<>]{0,200})?\/?>/i;

/** The macro's own actions say how it was written; without them markup is known by its blocks. */
function isMarkup(written: string, actions: unknown): boolean {
  const fields = listOf(actions).map((action) => fieldsOf(action)['field']);
  const isRich = fields.includes('comment_value_html') && !fields.includes('comment_value');
  return isRich || blockTag.test(written);
}

const plainAsHtml = (plain: string): string => escapeText(plain).replace(/\r\n|\r|\n/g, '<br>');
