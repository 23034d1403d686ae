import type { Address } from '../address/address';
import {
  adminAccountUrl,
  adminHistoryUrl,
  adminSearchUrl,
  portalConfirmationUrl,
  portalResetUrl,
} from '../customersdot/links';
import type { Evidence } from '../diagnosis/evidence';
import { mailgunLogsUrl } from '../mailgun/links';
import type { Settings } from '../zendesk/settings';
import type { ConsoleLinks } from './desk';

const handbook =
  'https://handbook.gitlab.com/handbook/support/license-and-renewals/workflows/customersdot/customerdot_account/';

export function consoleLinks(
  { customersdotHost: host }: Settings,
  address: Address,
  { account }: Evidence,
): ConsoleLinks {
  const accounts = account.state === 'answered' ? account.value.accounts : [];
  const [first, ...others] = accounts;
  // A lookup of one's own need not state an id, and without one the admin's page is everybody's list.
  const only = others.length === 0 && first?.id !== '' ? first : undefined;
  return {
    customersdotSearch: adminSearchUrl(host, address),
    customersdotAccount: only && adminAccountUrl(host, only.id),
    customersdotHistory: only && adminHistoryUrl(host, only.id),
    mailgunLogs: mailgunLogsUrl(),
    portalReset: portalResetUrl(host),
    portalConfirmation: portalConfirmationUrl(host),
    handbook,
  };
}
