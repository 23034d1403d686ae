import { replyNames, type ReplyName } from '../lib/reply-name';
import { failed, ok, type Result } from '../lib/result';
import type { SettingProblem, Settings } from './settings';

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

export function parseHost(text: string, hosts: readonly string[]): Parsed<string> {
  const host = text.toLowerCase();
  return hosts.includes(host) ? ok(host) : wrong('host-not-whitelisted', hosts.join(', '));
}

/** A `#` would keep everything after it from being sent, and a blank query finds every customer. */
export function parseLookupPath(text: string): Parsed<string> {
  const example = '/admin/customer/export?query={email}';
  if (!text.startsWith('/') || text.startsWith('//')) return wrong('path-not-absolute', example);
  if (isUnsafe(text) || /[\s#\\]/.test(text)) return wrong('unsafe-text', example);
  return text.split('{email}').length === 2 ? ok(text) : wrong('path-without-placeholder', example);
}

export function parseRegion(text: string): Parsed<'us' | 'eu'> {
  const region = text.toLowerCase();
  return region === 'us' || region === 'eu' ? ok(region) : wrong('not-one-of', 'us, eu');
}

export function parseDomain(text: string, example: string): Parsed<string> {
  const name = text.toLowerCase();
  return domain.test(name) ? ok(name) : wrong('not-a-domain', example);
}

export function parseDays(text: string): Parsed<number> {
  const days = Number(text);
  if (!Number.isInteger(days)) return wrong('not-a-number', '1–90');
  return days >= 1 && days <= 90 ? ok(days) : wrong('out-of-range', '1–90');
}

export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function parseLines(text: string, example: string): Parsed<readonly string[]> {
  const lines = linesOf(text);
  if (lines.length === 0) return wrong('empty-list', example);
  return lines.some(isUnsafe) ? wrong('unsafe-text', example) : ok(lines);
}

/** Tags and form ids hold no spaces, so any separator will do. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s,;]+/).filter((word) => word !== '');

export function parseFormIds(text: string): Parsed<readonly string[]> {
  const ids = wordsOf(text);
  return ids.every((id) => /^\d+$/.test(id)) ? ok(ids) : wrong('not-a-number', '360001234567');
}

/** Zendesk shows a field's number in its settings, the framework calls it `custom_field_<number>`. */
export function parseField(text: string): Parsed<string> {
  const id = /^(?:custom_field_)?(\d+)$/.exec(text)?.[1];
  return id === undefined ? wrong('not-a-field', '360001234567') : ok(id);
}

export function parseMacroIds(text: string): Parsed<Settings['macroIds']> {
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
