import { lowerCase } from '../address/address';
import { isOneSlip } from '../address/one-slip';

/** Whether a search for `address` finds `email` for its own sake: as part of it, `_` for any letter, or one slip away. */
export function resembles(email: string, address: string): boolean {
  const found = lowerCase(email);
  const wanted = lowerCase(address);
  return contains(found, wanted) || isOneSlip(found, wanted);
}

function contains(text: string, wanted: string): boolean {
  for (let at = 0; at + wanted.length <= text.length; at += 1) {
    if ([...wanted].every((letter, index) => letter === '_' || letter === text[at + index])) {
      return true;
    }
  }
  return false;
}
