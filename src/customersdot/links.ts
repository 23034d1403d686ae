import type { Address } from '../address/address';
import { encodeText } from './encode-text';

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
