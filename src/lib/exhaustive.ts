/** Makes a `switch` that forgot a case a compile error. Throws only if the types were lied to. */
export function exhaustive(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
