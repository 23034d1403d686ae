import type { LossReason, Mail } from '../diagnosis/answers';
import { exhaustive } from '../shared/failure';
import type { Language, ReplyName } from '../shared/reply';
import type { ReplyReason } from './suggest';

/** One reply's own words. Plain text with `{sign_in_url}`-like links; the markup is ours. */
interface ReplyWords {
  /** What we found, in the customer's words. */
  readonly found: string;
  /** What a lost mail was lost to. */
  readonly why?: readonly string[];
  readonly ask: string;
  /** What to do, in order, or (`choices`) one of several ways. */
  readonly steps?: readonly string[];
  readonly choices?: readonly string[];
  /** When to write back. */
  readonly back: string;
  /** In place of it, where others read along. */
  readonly in_public?: string;
}

/** translations/replies/<language>.json */
export interface ReplyTranslation {
  /** With `{name}`. */
  readonly greeting: string;
  readonly greeting_without_name: string;
  readonly opening: string;
  readonly closing: string;
  /** Which address the reply is about, with `{address}`. */
  readonly about: string;
  /** Before each further cause of a joined message. */
  readonly also: string;
  /** That the last confirmation mail was lost, and to what, where its step is one of another reply. */
  readonly confirmation: Readonly<Record<'lost' | Passing, string>>;
  readonly replies: { readonly [R in ReplyName]: ReplyWords };
}

/** What the customer cannot clear. */
type Passing = Exclude<NonNullable<Mail['lostTo']>, LossReason>;

export interface ReplyCatalogue extends ReplyTranslation {
  readonly language: Language;
}

/** translations/lost/<language>.json: what a mail was lost to, and the step that takes the place of the general one. */
export type LostTranslation = {
  readonly [R in LossReason]: { readonly found: string; readonly first: string };
};

/** One reason, with the words that it has of its own. */
export type Reason =
  | (LostTranslation[LossReason] & { readonly reason: LossReason })
  | { readonly reason: Exclude<ReplyReason, LossReason> };

/** A reply's own words, with what belongs to the reason in place of what is general. */
export function wordsOf(
  translation: Pick<ReplyTranslation, 'replies' | 'confirmation'>,
  name: ReplyName,
  reason?: Reason,
): ReplyWords {
  const { replies } = translation;
  const words = replies[name];
  if (reason === undefined) return words;
  if (name === 'unconfirmed' || name === 'unconfirmed_with_link') {
    return ofLostConfirmation(translation, words, reason);
  }
  if ('found' in reason) return ofLostMail(replies, name, reason);
  return reason.reason === 'read-by-others' ? readByOthers(words) : words;
}

/** Nothing that proves who somebody is belongs where others read it: the one way left is a mail of the customer's own. */
function readByOthers({
  found,
  ask,
  choices: [elsewhere = ask] = [],
  back,
  in_public,
}: ReplyWords) {
  return { found, ask: elsewhere, back: in_public ?? back };
}

function ofLostMail(
  replies: ReplyTranslation['replies'],
  name: ReplyName,
  lost: Extract<Reason, { readonly found: string }>,
): ReplyWords {
  const words = replies[name];
  if (!words.steps) return words;
  const [, done = '', last = ''] = words.steps;
  const [, ...again] =
    replies[name === 'link_not_delivered' ? 'link_misrouted' : 'reset_misrouted'].steps ?? [];
  const steps = [lost.first, ...stepsAfter(lost.reason, done, [last], again)];
  return { ...words, why: [lost.found], steps };
}

/** Nobody is sent to look for a confirmation that was lost; the next one is lost too before that is mended. */
function ofLostConfirmation(
  { replies, confirmation }: Pick<ReplyTranslation, 'replies' | 'confirmation'>,
  words: ReplyWords,
  lost: Reason,
): ReplyWords {
  const { reset_not_delivered: general, reset_refused: refused } = replies;
  const { reset_delayed: delayed, reset_misrouted: misrouted } = replies;
  const [, ...confirm] = words.steps ?? [];
  // What is said of a reset is true of a confirmation, but for the page where one is requested.
  const here = (text = ''): string => text.replace('{reset_url}', '{confirmation_url}');
  const [ready = '', done = '', last = ''] = general.steps ?? [];
  const onceCleared = [here(last), ...confirm];
  const [correct = '', again] = misrouted.steps ?? [];
  const anew = [here(again), ...confirm];
  const why = [confirmation.lost];
  if ('first' in lost) {
    const steps = [lost.first, ...stepsAfter(lost.reason, done, onceCleared, anew)];
    return { ...words, why: [...why, lost.found], steps, back: general.back };
  }
  switch (lost.reason) {
    case 'read-by-others':
      return words;
    case 'lost':
      return { ...words, why, steps: [ready, done, ...onceCleared], back: general.back };
    case 'lost-before':
      return { ...words, why, steps: anew };
    case 'our-sending': {
      const { found } = words;
      const said = [...why, confirmation[lost.reason]];
      return { found, why: said, ask: here(refused.ask), back: refused.back };
    }
    case 'the-moment': {
      const [wait = ''] = delayed.steps ?? [];
      return { ...words, why: [...why, confirmation[lost.reason]], steps: [wait, ...anew] };
    }
    case 'the-mx-record': {
      const steps = [correct, ...anew];
      return { ...words, why: [...why, confirmation[lost.reason]], steps, back: misrouted.back };
    }
  }
}

/** `onceCleared`: with our word that nothing is blocked any more; `again`: without. */
function stepsAfter(
  reason: LossReason,
  done: string,
  onceCleared: readonly string[],
  again: readonly string[],
): readonly string[] {
  switch (reason) {
    case 'suppressed':
    case 'suppressed_complaint':
    case 'suppressed_unsubscribe':
      // The first step asks for the answer already.
      return onceCleared;
    case 'gave_up':
      // Nothing is blocked on our side.
      return again;
    case 'no_such_mailbox':
    case 'no_such_domain':
    case 'mailbox_full':
    case 'mailbox_disabled':
    case 'refused_by_policy':
    case 'too_large':
    case 'suppressed_bounce':
      return [done, ...onceCleared];
    default:
      return exhaustive(reason);
  }
}

/** `doc/subscriptions/billing_account.md` in GitLab's own repository, which `customers_portal/` redirects to. */
const billingDocs = 'https://docs.gitlab.com/subscriptions/billing_account/';

/** What replies may link to. Customers use the production portal, whichever host the app's settings name. */
export const portalLinks: Readonly<Record<string, string>> = {
  sign_in_url: 'https://customers.gitlab.com/customers/sign_in',
  legacy_sign_in_url: 'https://customers.gitlab.com/customers/sign_in?legacy=true',
  reset_url: 'https://customers.gitlab.com/customers/password/new',
  confirmation_url: 'https://customers.gitlab.com/customers/confirmation/new',
  access_url: `${billingDocs}#add-a-billing-account-manager`,
  link_url: `${billingDocs}#link-a-gitlabcom-account`,
  change_link_url: `${billingDocs}#change-the-linked-account`,
  support_url: 'https://support.gitlab.com/',
};

export const withLinks = (text: string, link: (url: string) => string): string =>
  text.replace(/\{([a-z_]+_url)\}/g, (written, key: string) => {
    const url = portalLinks[key];
    return url === undefined ? written : link(url);
  });

export type LoadReplies = (language: Language) => Promise<ReplyCatalogue>;

const files: Record<Language, () => Promise<{ default: ReplyTranslation }>> = {
  en: () => import('../../translations/replies/en.json'),
  de: () => import('../../translations/replies/de.json'),
  es: () => import('../../translations/replies/es.json'),
  fr: () => import('../../translations/replies/fr.json'),
  ja: () => import('../../translations/replies/ja.json'),
  'pt-BR': () => import('../../translations/replies/pt-BR.json'),
};

const lostFiles: Record<Language, () => Promise<{ default: LostTranslation }>> = {
  en: () => import('../../translations/lost/en.json'),
  de: () => import('../../translations/lost/de.json'),
  es: () => import('../../translations/lost/es.json'),
  fr: () => import('../../translations/lost/fr.json'),
  ja: () => import('../../translations/lost/ja.json'),
  'pt-BR': () => import('../../translations/lost/pt-BR.json'),
};

/** `undefined` where there is none. Where its words do not arrive, all that is said is that the mail was lost. */
export async function loadReason(
  language: Language,
  reason: ReplyReason | undefined,
): Promise<Reason | undefined> {
  if (reason === undefined) return undefined;
  switch (reason) {
    case 'lost':
    case 'lost-before':
    case 'our-sending':
    case 'the-moment':
    case 'the-mx-record':
    case 'read-by-others':
      return { reason };
    case 'suppressed':
    case 'suppressed_bounce':
    case 'suppressed_complaint':
    case 'suppressed_unsubscribe':
    case 'no_such_mailbox':
    case 'no_such_domain':
    case 'mailbox_full':
    case 'mailbox_disabled':
    case 'refused_by_policy':
    case 'too_large':
    case 'gave_up':
      try {
        const { default: words } = await lostFiles[language]();
        return { reason, ...words[reason] };
      } catch {
        return { reason: 'lost' };
      }
  }
}

/** One language is fetched, and English where that file does not arrive: better than no reply. Rejects where neither does. */
export const loadReplies: LoadReplies = async (language) => {
  try {
    const { default: words } = await files[language]();
    return { language, ...words };
  } catch (reason) {
    if (language === 'en') throw reason;
    return loadReplies('en');
  }
};
