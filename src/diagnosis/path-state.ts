import { completions, possibleValues } from './completions';
import { checkIds, type CompleteFacts, type Facts } from './facts';

/** `open`: some of the ways in which the unknown can still turn out lead through here. */
export type PathState = 'taken' | 'open' | 'not-taken';

/** Asks of a place in the tree, named by the answers that lead there. */
export type StateAt = (path: Partial<CompleteFacts>) => PathState;

export function statesOf(facts: Facts): StateAt {
  const ways = completions(possibleValues(facts));
  return (path) => {
    const through = ways.filter((way) => leadsThrough(way, path));
    if (through.length === 0) return 'not-taken';
    return through.length === ways.length ? 'taken' : 'open';
  };
}

function leadsThrough(way: CompleteFacts, path: Partial<CompleteFacts>): boolean {
  return checkIds.every((check) => path[check] === undefined || path[check] === way[check]);
}
