import { parseAddress } from '../address/address';
import { type LogQuery, type LogsQuestion, mailgunHosts } from '../mailgun/logs-request';
import { type LogsPage, askForPage } from '../mailgun/read-mail-log';
import { readSuppressions } from '../mailgun/suppressions';
import { dayMs } from '../shared/clock';
import type { Failure, Result } from '../shared/failure';
import type { Send, SendOptions } from '../shared/request';
import type { Settings } from '../zendesk/settings';
import { type PagesOfDomain, linesOfMails, mailsOf, noPages } from './judge-mails';
import { type SetupLine, type SetupMessage, lineOfFailure, notChecked } from './lines';
import type { MailsSeen } from './subjects';

/** How many questions are expected, for the progress that is shown. */
export const mailgunQuestions = 20;

export interface MailgunWorld {
  readonly send: Send;
  readonly now: () => number;
  readonly whitelist: readonly string[];
  readonly options: SendOptions;
}

type Domain = 'portal' | 'gitlab';
const domains: readonly Domain[] = ['portal', 'gitlab'];

/** Asks Mailgun about the key, then about the mails of both domains, one question after the other. */
export async function* checkMailgun(
  settings: Settings,
  world: MailgunWorld,
): AsyncGenerator<readonly SetupLine[]> {
  const { now, options, send } = world;
  const to = now();
  const whole = { from: to - settings.logWindowDays * dayMs, to };
  let window = whole;
  let ownAccountOnly = false;

  const ask = (of: Domain, question: LogsQuestion): Promise<Result<LogsPage>> =>
    askForPage(
      send,
      queryOf(settings, of, window),
      ownAccountOnly ? { ...question, ownAccountOnly } : question,
      options,
    );

  let first = await ask('portal', {});
  yield [];
  if (!first.ok && first.failure.kind === 'rejected') {
    // Mailgun does not document what it answers to a window longer than it keeps, or to an account without subaccounts:
    // the question is asked again with a day, then without subaccounts.
    window = { from: to - dayMs, to };
    first = await ask('portal', {});
    yield [];
    if (!first.ok && first.failure.kind === 'rejected') {
      window = whole;
      ownAccountOnly = true;
      first = await ask('portal', {});
      yield [];
    }
  }
  const isWindowRefused = first.ok && window !== whole;
  yield await linesOfKey(settings, world, first);
  if (first.ok) yield [await lineOfLists(settings, world)];

  const read: Record<Domain, PagesOfDomain> = { portal: noPages, gitlab: noPages };
  for (const of of domains) {
    const newest = of === 'portal' ? first : await ask(of, {});
    yield [];
    read[of] = { ...read[of], newest: newest.ok ? newest.value : undefined };
    if (!newest.ok) continue;
    const oldest = await ask(of, { oldestFirst: true, limit: 1 });
    yield [];
    read[of] = { ...read[of], oldest: oldest.ok ? oldest.value : undefined };
    for (const subject of wordsToAskFor(settings)) {
      const page = await ask(of, { subject });
      yield [];
      if (page.ok) read[of] = { ...read[of], more: [...read[of].more, page.value] };
    }
  }
  const pages = (of: Domain) => mailsOf(domainOf(settings, of), read[of]);
  const seen: MailsSeen = {
    portal: pages('portal'),
    gitlab: pages('gitlab'),
    window: { from: Math.max(window.from, first.ok ? (first.value.start ?? 0) : 0), to },
    isWindowRefused,
  };
  yield linesOfMails(settings, seen);
  if (!first.ok) return;

  yield [await lineOfCapitals(seen, ask)];
  yield [ownAccountOnly ? refusedSubaccounts : await lineOfSubaccounts(seen, ask)];
}

const domainOf = ({ portalMailDomain, gitlabMailDomain }: Settings, of: Domain): string =>
  of === 'portal' ? portalMailDomain : gitlabMailDomain;

function queryOf(settings: Settings, of: Domain, window: LogQuery['window']): LogQuery {
  return {
    source: of === 'portal' ? 'portal_log' : 'gitlab_log',
    region: settings.mailgunRegion,
    domain: domainOf(settings, of),
    subjects: {},
    window,
  };
}

const mostSubjects = 8;

/** Whatever the settings list, and words that the mails in question have in English. */
function wordsToAskFor(settings: Settings): readonly string[] {
  const { resetSubjects, confirmationSubjects, signInLinkSubjects } = settings;
  const listed = [...resetSubjects, ...confirmationSubjects, ...signInLinkSubjects];
  return [...new Set([...listed.slice(0, mostSubjects), 'password', 'confirm', 'sign'])];
}

const enterKey: SetupMessage = { key: 'setup.next.key' };

/** Key, region and role, by the answer to the first question. */
async function linesOfKey(
  settings: Settings,
  world: MailgunWorld,
  first: Result<LogsPage>,
): Promise<readonly SetupLine[]> {
  const { mailgunRegion: region } = settings;
  const accepted: readonly SetupLine[] = [
    { id: 'mailgun-key', state: 'works', found: { key: 'setup.mailgun.key' } },
    {
      id: 'mailgun-region',
      state: 'works',
      found: { key: 'setup.mailgun.region', values: { region } },
    },
  ];
  if (first.ok) {
    return [
      ...accepted,
      { id: 'mailgun-logs', state: 'works', found: { key: 'setup.mailgun.logs' } },
    ];
  }
  const { failure } = first;
  if (failure.kind === 'forbidden') {
    return [...accepted, lineOfFailure('mailgun-logs', failure, enterKey)];
  }
  const noLogs: SetupLine = {
    id: 'mailgun-logs',
    state: 'unknown',
    found: { failure },
    next: { key: 'setup.next.again' },
  };
  if (failure.kind !== 'unauthorised') {
    return [lineOfFailure('mailgun-key', failure, enterKey), noLogs];
  }
  return [...(await linesOfRefusedKey(settings, world, failure)), noLogs];
}

/** A wrong key and the right key in the wrong region get the same answer: the other region tells, where it may be asked. */
async function linesOfRefusedKey(
  settings: Settings,
  { send, now, whitelist, options }: MailgunWorld,
  failure: Failure,
): Promise<readonly SetupLine[]> {
  const { mailgunRegion: region } = settings;
  const other = region === 'us' ? 'eu' : 'us';
  const to = now();
  const query = queryOf(settings, 'portal', { from: to - dayMs, to });
  const mayAsk = whitelist.includes(mailgunHosts[other]);
  const there = mayAsk
    ? await askForPage(send, { ...query, region: other }, { limit: 1 }, options)
    : undefined;
  const values = { region, other };
  const isThere = there !== undefined && (there.ok || there.failure.kind === 'forbidden');
  if (isThere) {
    return [
      { id: 'mailgun-key', state: 'works', found: { key: 'setup.mailgun.key' } },
      {
        id: 'mailgun-region',
        state: 'fails',
        found: { key: 'setup.mailgun.other_region', values },
        next: { key: 'setup.next.region', values },
      },
    ];
  }
  return [
    lineOfFailure('mailgun-key', failure, enterKey),
    {
      id: 'mailgun-region',
      state: 'unknown',
      found: { key: 'setup.mailgun.region_unclear', values },
      next: enterKey,
    },
  ];
}

/** An address that nobody has: the question is only whether the key may read the lists. */
const nobody = parseAddress('no.such.account.4711@example.com');

async function lineOfLists(
  settings: Settings,
  { send, options }: MailgunWorld,
): Promise<SetupLine> {
  const id = 'mailgun-lists';
  const { mailgunRegion: region, portalMailDomain: domain } = settings;
  const read = nobody.ok
    ? await readSuppressions(send, { region, domain }, nobody.value, options)
    : nobody;
  if (read.ok) return { id, state: 'works', found: { key: 'setup.mailgun.lists' } };
  const { failure } = read;
  if (typeof failure !== 'string' && failure.kind === 'forbidden') {
    return { id, state: 'works', found: { key: 'setup.mailgun.lists_refused' } };
  }
  return typeof failure === 'string'
    ? notChecked(id)
    : lineOfFailure(id, failure, { key: 'setup.next.see_mail' });
}

type Ask = (of: Domain, question: LogsQuestion) => Promise<Result<LogsPage>>;

/** Whether the logs mind capitals: a mail that was seen is asked for again with its address in other ones. */
async function lineOfCapitals({ portal, gitlab }: MailsSeen, ask: Ask): Promise<SetupLine> {
  const id = 'mailgun-capitals';
  const candidates = domains.flatMap((of) =>
    ((of === 'portal' ? portal : gitlab).newest?.mails ?? []).flatMap(({ recipient }) =>
      recipient !== undefined && parseAddress(recipient).ok ? [{ of, recipient }] : [],
    ),
  );
  const [mail] = candidates;
  if (!mail) {
    return {
      id,
      state: 'unknown',
      found: { key: 'setup.mailgun.capitals_unclear' },
      next: { key: 'setup.next.later' },
    };
  }
  const { of, recipient } = mail;
  const upper = recipient.toUpperCase();
  const other = upper === recipient ? recipient.toLowerCase() : upper;
  const page = await ask(of, { recipient: other, limit: 1 });
  if (!page.ok) return notChecked(id);
  const isFound = page.value.items.length > 0;
  const key = isFound ? 'setup.mailgun.capitals_ignored' : 'setup.mailgun.capitals_minded';
  return { id, state: 'works', found: { key } };
}

const refusedSubaccounts: SetupLine = {
  id: 'mailgun-subaccounts',
  state: 'fails',
  found: { key: 'setup.mailgun.subaccounts_refused' },
  next: { key: 'setup.next.subaccounts' },
};

async function lineOfSubaccounts(seen: MailsSeen, ask: Ask): Promise<SetupLine> {
  const id = 'mailgun-subaccounts';
  const ofSubaccounts: string[] = [];
  for (const of of domains) {
    const { domain, newest } = seen[of];
    if (!newest || newest.mails.length === 0) continue;
    const own = await ask(of, { limit: 1, ownAccountOnly: true });
    if (!own.ok) return notChecked(id);
    if (own.value.items.length === 0) ofSubaccounts.push(domain);
  }
  if (domains.every((of) => (seen[of].newest?.mails ?? []).length === 0)) {
    return {
      id,
      state: 'unknown',
      found: { key: 'setup.mailgun.no_mail' },
      next: { key: 'setup.next.later' },
    };
  }
  return {
    id,
    state: 'works',
    found:
      ofSubaccounts.length > 0
        ? { key: 'setup.mailgun.subaccounts', values: { domains: ofSubaccounts } }
        : { key: 'setup.mailgun.subaccounts_none' },
  };
}
