import { lowerCase } from '../address/address';
import { isOneSlip } from '../address/one-slip';

/** Whether a search for `address` finds `email` for its own sake: as part of it, `_` for any letter, or one slip away. */
export function resembles(email: string, address: string): boolean {
  const found = lowerCase(email);
  const wanted = lowerCase(address);
  return asSearched(wanted).test(found) || isOneSlip(found, wanted);
}

/** SQL's `_` is any one letter, and RailsAdmin lets it through. */
function asSearched(wanted: string): RegExp {
  return new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('_', '.'), 's');
}
