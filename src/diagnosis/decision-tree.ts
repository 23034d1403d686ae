import { completions, possibleValues } from './completions';
import {
  type CheckId,
  type CompleteFacts,
  type FactValue,
  type Facts,
  checkIds,
  factDomains,
} from './facts';
import { type OutcomeId, otherwise, outcomesInOrder, rules } from './rules';

export type Tree = Question | { readonly kind: 'outcome'; readonly outcome: OutcomeId };

export interface Question {
  readonly kind: 'question';
  readonly check: CheckId;
  readonly branches: readonly Branch[];
}

export interface Branch {
  readonly value: FactValue;
  readonly to: Tree;
}

/** The rule table as questions: each rule in turn asks what it needs and nobody has asked before it. */
export function treeOfRules(known: Partial<CompleteFacts> = {}): Tree {
  for (const { outcome, when } of rules) {
    if (contradicted(when, known)) continue;
    const check = unasked(when, known);
    return check ? questionOf(check, known) : { kind: 'outcome', outcome };
  }
  return { kind: 'outcome', outcome: otherwise.outcome };
}

function questionOf(check: CheckId, known: Partial<CompleteFacts>): Question {
  const branches = factDomains[check]
    .map((value) => ({ value, to: treeOfRules({ ...known, [check]: value }) }))
    .toSorted((one, other) => reach(one.to) - reach(other.to));
  return { kind: 'question', check, branches };
}

function contradicted(when: Partial<CompleteFacts>, known: Partial<CompleteFacts>): boolean {
  return checkIds.some(
    (check) =>
      when[check] !== undefined && known[check] !== undefined && when[check] !== known[check],
  );
}

function unasked(when: Partial<CompleteFacts>, known: Partial<CompleteFacts>): CheckId | undefined {
  return checkIds.find((check) => when[check] !== undefined && known[check] === undefined);
}

/** The first outcome that a branch can still lead to: answers that end early come first. */
function reach(tree: Tree): number {
  return tree.kind === 'outcome'
    ? outcomesInOrder.indexOf(tree.outcome)
    : Math.min(...tree.branches.map(({ to }) => reach(to)));
}

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
