import { type ListedKind, mailKinds } from '../diagnosis/answers';
import { editions, otherSignIn } from '../diagnosis/editions';
import { decodeHeader, statedDomain } from '../mailgun/log-event';
import type { LogsPage } from '../mailgun/read-mail-log';
import { dayMs } from '../shared/clock';
import { fieldAt, instantOf, objectAt, textAt } from '../shared/json';
import type { Settings } from '../zendesk/settings';
import { type SetupLine, type SetupMessage, notChecked } from './lines';
import {
  type DomainMails,
  type MailsSeen,
  type SeenMail,
  kindLike,
  lineOfSubjects,
  linesOfCommas,
  notification,
} from './subjects';

const again: SetupMessage = { key: 'setup.next.later' };

/** Every line that the mails of both domains decide. */
export function linesOfMails(settings: Settings, seen: MailsSeen): readonly SetupLine[] {
  // A log that was not read has not shown that there are no emails in it.
  const isAnyRead = seen.portal.newest !== undefined || seen.gitlab.newest !== undefined;
  return [
    isAnyRead ? lineOfDomains(seen) : notChecked('settings-domains'),
    ...linesOfCommas(settings, seen),
    isAnyRead ? lineOfWindow(settings, seen) : notChecked('settings-window'),
    seen.portal.newest ? lineOfSignIn(settings, seen) : notChecked('settings-sign-in'),
    lineOfMail('mailgun-portal-mail', settings, seen.portal, seen.window.to),
    lineOfMail('mailgun-gitlab-mail', settings, seen.gitlab, seen.window.to),
    isAnyRead ? lineOfLag(seen) : notChecked('mailgun-lag'),
    ...(['reset', 'confirmation', 'sign_in_link'] as const).map((kind) =>
      lineOfSubjects(kind, settings, seen),
    ),
  ];
}

/** Whether the two domains are swapped; where they are the same, the settings' parser has refused them. */
function lineOfDomains({ portal, gitlab }: MailsSeen): SetupLine {
  const id = 'settings-domains';
  const [ofPortal, ofGitlab] = [portal, gitlab].map(
    ({ newest }) =>
      newest?.mails.filter(({ subject }) => notification.test(subject ?? '')).length ?? 0,
  );
  if (!ofPortal && ofGitlab) {
    return { id, state: 'works', found: { key: 'setup.domains.differ' } };
  }
  // A single one could be a mail of the portal's own that happens to look like a notification.
  if (ofPortal !== undefined && ofPortal > 1 && !ofGitlab && gitlab.newest) {
    const values = { portal: portal.domain, gitlab: gitlab.domain };
    const found = { key: 'setup.domains.swapped', values } as const;
    return { id, state: 'fails', found, next: { key: 'setup.next.domains' } };
  }
  return { id, state: 'unknown', found: { key: 'setup.domains.no_sign' }, next: again };
}

/** When this many mails seem to be missing at the older end, that is no accident. */
const missingMails = 50;

function lineOfWindow({ logWindowDays: days }: Settings, seen: MailsSeen): SetupLine {
  const { portal, gitlab, window, isWindowRefused } = seen;
  const id = 'settings-window';
  if (isWindowRefused) {
    const found = { key: 'setup.window.refused', values: { days } } as const;
    return { id, state: 'fails', found, next: { key: 'setup.next.window_less' } };
  }
  const asked = window.to - days * dayMs;
  const slack = Math.max(dayMs, days * dayMs * 0.1);
  const oldest = [portal, gitlab].flatMap((one) =>
    typeof one.oldest === 'number' ? [one.oldest] : [],
  );
  const kept = oldest.reduce((least, at) => Math.min(least, at), Infinity);
  if (kept - asked <= slack) {
    const wholeDays = Math.min(days, Math.round((window.to - kept) / dayMs));
    return {
      id,
      state: 'works',
      found: { key: 'setup.window.covered', values: { days: wholeDays } },
    };
  }
  const statedLess = window.from - asked > slack;
  if (statedLess || [portal, gitlab].some((one) => missesMails(one, asked))) {
    const from = statedLess ? window.from : kept;
    const least = Math.max(1, Math.floor((window.to - from) / dayMs));
    const values = { kept: least, days };
    const found = { key: 'setup.window.short', values } as const;
    return {
      id,
      state: 'fails',
      found,
      next: { key: 'setup.next.window', values: { days: least } },
    };
  }
  return {
    id,
    state: 'unknown',
    found: { key: 'setup.window.unclear', values: { days } },
    next: again,
  };
}

/** Whether, at the rate at which the domain sends now, mails older than the oldest one seen must have existed. */
function missesMails({ newest, oldest }: DomainMails, asked: number): boolean {
  const mails = newest?.mails ?? [];
  const [first] = mails;
  const last = mails.at(-1);
  if (typeof oldest !== 'number' || !first || !last || mails.length < missingMails) return false;
  const interval = (first.at - last.at) / (mails.length - 1);
  return oldest - asked > missingMails * interval;
}

function lineOfSignIn(settings: Settings, seen: MailsSeen): SetupLine {
  const { portalSignIn: value } = settings;
  const id = 'settings-sign-in';
  const counts: Record<ListedKind, number> = { reset: 0, sign_in_link: 0, confirmation: 0 };
  for (const [subject, count] of seen.portal.bySubject) {
    const kind = kindLike(subject, settings);
    if (kind) counts[kind] += count;
  }
  const kinds = mailKinds.filter((kind) => counts[kind] > 0);
  const own = editions[value].signInMail;
  const other = otherSignIn(value, kinds);
  const values = { value, resets: counts.reset, links: counts.sign_in_link };
  if (kinds.includes(own)) {
    const isMixed = Object.values(editions).some(
      ({ signInMail }) => signInMail !== own && counts[signInMail] > 0,
    );
    const found = {
      key: isMixed ? 'setup.sign_in.sends_both' : 'setup.sign_in.fits',
      values,
    } as const;
    return other === undefined
      ? { id, state: 'works', found }
      : {
          id,
          state: 'unknown',
          found,
          next: { key: 'setup.next.sign_in', values: { value: other } },
        };
  }
  if (other === undefined) {
    return { id, state: 'unknown', found: { key: 'setup.sign_in.no_sign' }, next: again };
  }
  const next = { key: 'setup.next.sign_in', values: { value: other } } as const;
  return { id, state: 'fails', found: { key: 'setup.sign_in.sends_other', values }, next };
}

function lineOfMail(
  id: 'mailgun-portal-mail' | 'mailgun-gitlab-mail',
  { logWindowDays: days }: Settings,
  { domain, newest }: DomainMails,
  now: number,
): SetupLine {
  if (!newest) return notChecked(id);
  const [first] = newest.mails;
  if (!first) {
    const found = { key: 'setup.mailgun.mail_none', values: { domain, days } } as const;
    return { id, state: 'fails', found, next: { key: 'setup.next.see_mail' } };
  }
  const values = { domain, ageMs: Math.max(0, now - first.at) };
  return { id, state: 'works', found: { key: 'setup.mailgun.mail_seen', values } };
}

/** The logs are never later than this. Where the newest mail is older, it does not tell how late they are. */
const longestLagMs = 60 * 60 * 1000;

function lineOfLag({ portal, gitlab, window }: MailsSeen): SetupLine {
  const id = 'mailgun-lag';
  const instants = [portal, gitlab].flatMap(({ newest }) => newest?.mails[0]?.at ?? []);
  if (instants.length === 0) {
    return { id, state: 'unknown', found: { key: 'setup.mailgun.no_mail' }, next: again };
  }
  const ageMs = Math.max(0, window.to - instants.reduce((latest, at) => Math.max(latest, at), 0));
  return ageMs <= longestLagMs
    ? { id, state: 'works', found: { key: 'setup.mailgun.lag', values: { ageMs } } }
    : {
        id,
        state: 'unknown',
        found: { key: 'setup.mailgun.lag_unclear', values: { ageMs } },
        next: again,
      };
}

/** What one domain was asked, as far as it answered. */
export interface PagesOfDomain {
  readonly newest: LogsPage | undefined;
  readonly oldest: LogsPage | undefined;
  readonly more: readonly LogsPage[];
}

export const noPages: PagesOfDomain = { newest: undefined, oldest: undefined, more: [] };

interface ReadMail extends SeenMail {
  readonly id: string;
}

/** Only mails of this domain: a filter that was ignored brings mails of others too. */
function readMails(page: LogsPage | undefined, domain: string): readonly ReadMail[] {
  return (page?.items ?? []).flatMap((item, index) => {
    const at = instantOf(fieldAt(item, '@timestamp'));
    if (statedDomain(item)?.toLowerCase() !== domain || at === undefined) return [];
    const headers = objectAt(objectAt(item, 'message'), 'headers');
    const subject = textAt(headers, 'subject');
    return [
      {
        id: textAt(headers, 'message-id') ?? textAt(item, 'id') ?? `${at} ${index}`,
        at,
        subject: subject === undefined ? undefined : decodeHeader(subject),
        recipient: textAt(item, 'recipient'),
      },
    ];
  });
}

export function mailsOf(domain: string, { newest, oldest, more }: PagesOfDomain): DomainMails {
  const mails = readMails(newest, domain);
  const subjects = new Map(
    [...mails, ...more.flatMap((page) => readMails(page, domain))].flatMap(({ id, subject }) =>
      subject === undefined ? [] : [[id, subject] as const],
    ),
  );
  const bySubject = new Map<string, number>();
  for (const subject of subjects.values()) {
    bySubject.set(subject, (bySubject.get(subject) ?? 0) + 1);
  }
  const [first] = readMails(oldest, domain);
  return {
    domain,
    newest: newest && { mails, isAll: newest.next === undefined },
    oldest: oldest && (first?.at ?? 'none'),
    bySubject,
  };
}
