/** Every subset, the smallest first; of two equally large ones, the one whose members come first. */
export function subsetsSmallestFirst<T>(members: readonly T[]): readonly (readonly T[])[] {
  return subsets(members).toSorted((one, other) => one.length - other.length);
}

/** Sets with the first member come before those without it. */
function subsets<T>(members: readonly T[]): readonly (readonly T[])[] {
  return members.reduceRight<readonly (readonly T[])[]>(
    (without, first) => [...without.map((set) => [first, ...set]), ...without],
    [[]],
  );
}
