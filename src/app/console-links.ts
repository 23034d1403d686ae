import type { Address } from '../address/address';
import { encodeText } from '../customersdot/ask';
import type { Evidence } from '../diagnosis/evidence';
import type { Settings } from '../zendesk/settings';
import type { ConsoleLinks } from './state';

const handbook =
  'https://handbook.gitlab.com/handbook/support/license-and-renewals/workflows/customersdot/customerdot_account/';

export function consoleLinks(
  { customersdotHost: host }: Settings,
  address: Address,
  { customersdot: account }: Evidence,
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

export function adminSearchUrl(host: string, address: Address): string {
  return `${adminUrl(host)}?query=${encodeText(address)}`;
}

/** An answer need not say which id an account has; then the list has to do. */
export function adminAccountUrl(host: string, id: string): string {
  return id === '' ? adminUrl(host) : `${adminUrl(host)}/${encodeText(id)}`;
}

export function adminHistoryUrl(host: string, id: string): string {
  return id === '' ? adminUrl(host) : `${adminAccountUrl(host, id)}/history`;
}

export function portalResetUrl(host: string): string {
  return `https://${host}/customers/password/new`;
}

export function portalConfirmationUrl(host: string): string {
  return `https://${host}/customers/confirmation/new`;
}

function adminUrl(host: string): string {
  return `https://${host}/admin/customer`;
}

/** The logs page of Mailgun's console, where an engineer can look for herself. */
function mailgunLogsUrl(): string {
  return 'https://app.mailgun.com/mg/reporting/logs';
}
