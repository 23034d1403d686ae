import { lookUpAccount } from '../customersdot/look-up-account';
import type { InvestigationPorts } from '../investigation/investigation';
import { readMailLog } from '../mailgun/read-mail-log';
import type { Clock } from '../shared/clock';
import type { Send } from '../shared/request';
import { failed } from '../shared/result';
import type { Settings } from '../zendesk/settings';

type Lookups = Pick<
  InvestigationPorts,
  'lookUpAccount' | 'readPortalLog' | 'readGitlabLog' | 'readSuppressions'
>;

const dayMs = 24 * 60 * 60 * 1000;

/** The three questions of a verdict, and the fourth that only informs, as these settings ask them. */
export function lookupsFor(settings: Settings, send: Send, clock: Pick<Clock, 'now'>): Lookups {
  const { mailgunRegion: region } = settings;
  const subjects = { reset: settings.resetSubjects, confirmation: settings.confirmationSubjects };

  const readLog =
    (source: 'portal_log' | 'gitlab_log', domain: string): InvestigationPorts['readPortalLog'] =>
    (address, options) => {
      const to = clock.now();
      const window = { from: to - settings.logWindowDays * dayMs, to };
      const query = { source, region, domain, subjects, window };
      return readMailLog(send, query, address, options);
    };

  return {
    lookUpAccount: (address, options) =>
      lookUpAccount(
        send,
        { host: settings.customersdotHost, lookupPath: settings.customersdotLookupPath },
        address,
        options,
      ),
    readPortalLog: readLog('portal_log', settings.portalMailDomain),
    readGitlabLog: readLog('gitlab_log', settings.gitlabMailDomain),
    async readSuppressions(address, options) {
      const query = { region, domain: settings.portalMailDomain };
      try {
        // Rarely asked, so its code is fetched when it is.
        const { readSuppressions } = await import('../mailgun/suppressions');
        return await readSuppressions(send, query, address, options);
      } catch {
        return failed({ source: 'suppressions', kind: 'unreachable' });
      }
    },
  };
}
