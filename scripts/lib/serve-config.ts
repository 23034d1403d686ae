/**
 * zcli asks on the terminal for every parameter its settings file does not name, and serves all it does name to any
 * page open in the browser. So every parameter is there, and a secure one is there empty.
 */
export function serveConfig(manifest: unknown): { readonly parameters: Record<string, unknown> } {
  const parameters = isObject(manifest) ? manifest.parameters : undefined;
  return {
    parameters: Object.fromEntries(
      (Array.isArray(parameters) ? parameters : [])
        .filter(isObject)
        .map(({ name, secure, default: value }) => [
          String(name),
          secure === true ? '' : (value ?? ''),
        ]),
    ),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
