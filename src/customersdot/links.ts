import type { Address } from '../address/address';
import { encodeText } from './encode-text';

export function adminSearchUrl(host: string, address: Address): string {
  return `https://${host}/admin/customer?query=${encodeText(address)}`;
}

export function adminAccountUrl(host: string, id: string): string {
  return `https://${host}/admin/customer/${encodeText(id)}`;
}

export function adminHistoryUrl(host: string, id: string): string {
  return `${adminAccountUrl(host, id)}/history`;
}

export function portalResetUrl(host: string): string {
  return `https://${host}/customers/password/new`;
}

export function portalConfirmationUrl(host: string): string {
  return `https://${host}/customers/confirmation/new`;
}
