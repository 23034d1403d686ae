import type { Address } from '../address/address';
import { lookUpAccount } from '../customersdot/look-up-account';
import { type MailLog, arrivalOf } from '../diagnosis/answers';
import type { LookupKey } from '../investigation/investigation';
import { readMailLog } from '../mailgun/read-mail-log';
import type { Clock } from '../shared/clock';
import { type Result, failed, ok } from '../shared/failure';
import type { Send, SendOptions } from '../shared/request';
import type { Settings } from '../zendesk/settings';

/**
 * What a portal reset was lost to decides which reply is suggested. What can read a mail server's words is large and
 * rarely needed, so its code is fetched when it is; should that fail, the reply is the one for any lost reset.
 */
async function withReasons(read: Result<MailLog>): Promise<Result<MailLog>> {
  if (!read.ok || !read.value.mails.some(({ outcome }) => arrivalOf(outcome) === 'lost'))
    return read;
  try {
    const { lostTo } = await import('../diagnosis/delivery-advice');
    const mails = read.value.mails.map((mail) => {
      const to = arrivalOf(mail.outcome) === 'lost' ? lostTo(mail) : undefined;
      return to === undefined ? mail : { ...mail, lostTo: to };
    });
    return ok({ ...read.value, mails });
  } catch {
    return read;
  }
}

const dayMs = 24 * 60 * 60 * 1000;

interface World {
  readonly settings: Settings;
  readonly send: Send;
  readonly clock: Pick<Clock, 'now'>;
  /** Mail domains of which the Mailgun key has been seen to see mail; added to. */
  readonly seenDomains: Set<string>;
}

/** Sends out one question of a verdict, or the fourth that only informs, as these settings ask it. */
export async function lookUp(
  key: LookupKey,
  address: Address,
  { settings, send, clock, seenDomains }: World,
  options: SendOptions,
): Promise<Result<unknown>> {
  const { mailgunRegion: region, portalMailDomain, gitlabMailDomain } = settings;
  const subjects = {
    reset: settings.resetSubjects,
    sign_in_link: settings.signInLinkSubjects,
    confirmation: settings.confirmationSubjects,
  };

  const readLog = (source: 'portal_log' | 'gitlab_log', domain: string) => {
    const to = clock.now();
    const window = { from: to - settings.logWindowDays * dayMs, to };
    const query = { source, region, domain, subjects, window };
    return readMailLog(send, query, address, options, seenDomains);
  };

  switch (key) {
    case 'customersdot': {
      const { customersdotHost: host, lookup } = settings;
      // By hand there is no such question.
      return lookup.way === 'by-hand'
        ? failed({ source: key, kind: 'cancelled' })
        : lookUpAccount(send, { host, lookup }, address, options);
    }
    case 'portal_log':
      return withReasons(await readLog('portal_log', portalMailDomain));
    case 'gitlab_log':
      return readLog('gitlab_log', gitlabMailDomain);
    case 'suppressions': {
      // Rarely asked, so its code is fetched when it is.
      const { readSuppressions } = await import('../mailgun/suppressions');
      return readSuppressions(send, { region, domain: portalMailDomain }, address, options);
    }
  }
}
