import type { Address } from '../address/address';
import { lookUpAccount } from '../customersdot/look-up-account';
import type { LookupKey } from '../investigation/investigation';
import { readMailLog } from '../mailgun/read-mail-log';
import type { Clock } from '../shared/clock';
import type { Send, SendOptions } from '../shared/request';
import type { Result } from '../shared/result';
import type { Settings } from '../zendesk/settings';

const dayMs = 24 * 60 * 60 * 1000;

/** Sends out one question of a verdict, or the fourth that only informs, as these settings ask it. */
export async function lookUp(
  key: LookupKey,
  address: Address,
  { settings, send, clock }: { settings: Settings; send: Send; clock: Pick<Clock, 'now'> },
  options: SendOptions,
): Promise<Result<unknown>> {
  const { mailgunRegion: region, portalMailDomain, gitlabMailDomain } = settings;
  const subjects = { reset: settings.resetSubjects, confirmation: settings.confirmationSubjects };

  const readLog = (source: 'portal_log' | 'gitlab_log', domain: string) => {
    const to = clock.now();
    const window = { from: to - settings.logWindowDays * dayMs, to };
    const query = { source, region, domain, subjects, window };
    return readMailLog(send, query, address, options);
  };

  switch (key) {
    case 'customersdot': {
      const { customersdotHost: host, customersdotLookupPath: lookupPath } = settings;
      return lookUpAccount(send, { host, lookupPath }, address, options);
    }
    case 'portal_log':
      return readLog('portal_log', portalMailDomain);
    case 'gitlab_log':
      return readLog('gitlab_log', gitlabMailDomain);
    case 'suppressions': {
      // Rarely asked, so its code is fetched when it is.
      const { readSuppressions } = await import('../mailgun/suppressions');
      return readSuppressions(send, { region, domain: portalMailDomain }, address, options);
    }
  }
}
