import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lossReasons } from '../../src/diagnosis/delivery-advice';
import {
  type LostTranslation,
  type ReplyCatalogue,
  type ReplyTranslation,
  withLinks,
} from '../../src/replies/catalogue';
import { type Block, body, closing, opening, toHtml } from '../../src/replies/compose-reply';
import { languages, type Language, replyNames, type ReplyName } from '../../src/shared/reply';
import { root } from './app-folder';

/** The words of each language in a folder of `translations/`. */
const wordsIn = <Words>(folder: string) =>
  Object.fromEntries(
    languages.map((language) => {
      const path = resolve(root, 'translations', folder, `${language}.json`);
      return [language, JSON.parse(readFileSync(path, 'utf8'))];
    }),
  ) as Record<Language, Words>;

const translations = wordsIn<ReplyTranslation>('replies');
export const lostWords = wordsIn<LostTranslation>('lost');

export const catalogues: readonly ReplyCatalogue[] = languages.map((language) => ({
  language,
  ...translations[language],
}));

const titles: Record<ReplyName, string> = {
  reseller: 'Bought through a reseller',
  wrong_site_reset: 'Password reset on GitLab.com',
  no_reset_mail: 'No reset email found',
  unconfirmed: 'Account not confirmed',
  reset_not_delivered: 'Reset email not delivered',
  reset_refused: 'Reset email refused because of us',
  reset_delayed: 'Reset email: mail server was busy',
  reset_misrouted: 'Reset email: wrong MX record',
  no_account: 'No portal account',
  no_known_cause: 'No known cause',
  verify_ownership: 'Verify ownership',
  login_off: 'Login switched off',
  gitlab_reset_instead_of_link: 'Password reset on GitLab.com, no sign-in link',
  no_mail: 'No sign-in link found',
  link_not_delivered: 'Sign-in link not delivered',
  link_refused: 'Sign-in link refused because of us',
  link_delayed: 'Sign-in link: mail server was busy',
  link_misrouted: 'Sign-in link: wrong MX record',
  link_expired: 'Sign-in link expired',
  not_linked: 'Not linked to GitLab.com',
  linked_elsewhere: 'Linked with another address',
  enterprise_without_password: 'Enterprise user without password',
  no_account_with_link: 'No portal account (one-time link)',
  unconfirmed_with_link: 'Account not confirmed (one-time link)',
  no_known_cause_with_link: 'No known cause (one-time link)',
};

const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'German',
  es: 'Spanish',
  fr: 'French',
  ja: 'Japanese',
  'pt-BR': 'Brazilian Portuguese',
};

/** A reply with its greeting and closing, for somebody called `name`. */
function blocksOf(words: ReplyCatalogue, reply: ReplyName, name: string) {
  return [...opening(words, name), ...body(words, reply), ...closing(words)];
}

function macroHtml(words: ReplyCatalogue, reply: ReplyName): string {
  return toHtml(blocksOf(words, reply, '{{ticket.requester.name}}'));
}

function macro(words: ReplyCatalogue, reply: ReplyName) {
  return {
    title: `Support::L&R::Portal sign-in::${titles[reply]}`,
    description: 'Comes with the app CustomersDot Sign-in Check. The text may be edited here.',
    active: true,
    actions: [
      { field: 'comment_value_html', value: macroHtml(words, reply) },
      { field: 'comment_mode_is_public', value: 'true' },
      { field: 'current_tags', value: `portal_sign_in_check portal_sign_in_${reply}` },
    ],
  };
}

/** requirements.json: the English replies as macros. */
export function requirements(words: ReplyCatalogue): string {
  const macros = Object.fromEntries(
    replyNames.map((reply) => [`portal_sign_in_${reply}`, macro(words, reply)]),
  );
  return `${JSON.stringify({ macros }, undefined, 2)}\n`;
}

function blockToText(block: Block): string {
  const plain = (text: string): string => withLinks(text, (url) => url);
  switch (block.kind) {
    case 'filled':
      return block.text;
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${String(index + 1)}.` : '-'} ${plain(item)}`)
        .join('\n');
  }
}

function section(words: ReplyCatalogue, reply: ReplyName): string {
  const quoted = blocksOf(words, reply, 'Jane Doe')
    .map(blockToText)
    .join('\n\n')
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
  return `### ${languageNames[words.language]}\n\n${quoted}`;
}

/** What a reply about a lost mail says in place of its general part. */
function lostSection(language: Language): string {
  const lost = lostWords[language];
  const lines = lossReasons.map(
    (reason) => `- \`${reason}\`: ${lost[reason].found} (1.) ${lost[reason].first}`,
  );
  return [`### ${languageNames[language]}`, lines.join('\n')].join('\n\n');
}

const lostConfirmation = ({ language, confirmation }: ReplyCatalogue): string =>
  `- ${languageNames[language]}: ${Object.values(confirmation).join(' · ')}`;

/** What the neutral reply says where others read the conversation: two sentences of its own, and this one. */
const inPublic = ({ language, replies }: ReplyCatalogue): string =>
  `- ${languageNames[language]}: ${replies.verify_ownership.in_public ?? ''}`;

/** The reply names the address where it is not the one that the customer writes from. */
const ofAnother = ({ language, about }: ReplyCatalogue): string =>
  `- ${languageNames[language]}: ${about.replace('{address}', 'billing@example.com')}`;

/** docs/replies.md: every reply in every language, as a customer reads it. */
export function repliesPage(): string {
  const replies = replyNames.map((reply) =>
    [
      `## ${titles[reply]} (\`${reply}\`)`,
      ...catalogues.map((words) => section(words, reply)),
    ].join('\n\n'),
  );
  return `${[
    '# The replies',
    'Generated from `translations/replies/` and `translations/lost/` by `npm run draw:replies`; a spec fails when this page is out of date.',
    'The English texts are also the macros in `requirements.json`, where Zendesk fills in the name.',
    ...replies,
    '## The neutral reply where others read along',
    'On a chat, a wall or a problem ticket `verify_ownership` asks for no proof: it keeps its first sentence and the way to write from another address, and ends with this one. A macro whose text is not the app’s own is not used there.',
    catalogues.map(inPublic).join('\n'),
    '## Which address a reply is about',
    'Where another address than the one the customer writes from was checked, every reply but the neutral one says so first: in the app’s own text, and in a macro as long as what follows is unchanged.',
    catalogues.map(ofAnother).join('\n'),
    '## What a lost email was lost to',
    '`reset_not_delivered` and `link_not_delivered` name the reason where the log tells one, and begin with the step that belongs to it: in the app’s own text, and in a macro as long as that part of it is unchanged.',
    ...languages.map(lostSection),
    '`unconfirmed` and `unconfirmed_with_link` do so where the last confirmation email was lost: nobody is sent to look for it. They begin with the same steps, then go on to another confirmation, and say:',
    catalogues.map(lostConfirmation).join('\n'),
  ].join('\n\n')}\n`;
}
