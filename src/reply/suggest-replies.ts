import type { AddressCandidate } from '../address/candidate';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { mayDisclose } from './privacy-gate';
import type { SuggestedReply } from './reply';

/**
 * The neutral reply does not even depend on the diagnosis: when it appears, and whether it does, must not
 * tell anything either. For an own address nothing is suggested before the verdict is settled.
 */
export function suggestReplies(
  { verdict, evidence }: Pick<Diagnosis, 'verdict' | 'evidence'>,
  candidate: AddressCandidate,
): readonly SuggestedReply[] {
  if (!mayDisclose(candidate)) return [{ name: 'verify_ownership', role: 'neutral' }];
  // Findings about one address never become a reply about another.
  if (evidence.address !== candidate.address || verdict.kind !== 'settled') return [];
  return [
    { name: verdict.outcome, role: 'verdict' },
    ...verdict.alsoApplies.map((name) => ({ name, role: 'also' }) as const),
  ];
}
