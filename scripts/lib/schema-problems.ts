import type { ErrorObject } from 'ajv';

/** What differs from a schema, each once: `/parameters/3/type must be …`. Never what stands there instead. */
export function schemaProblems(errors: readonly ErrorObject[] | null | undefined): string[] {
  const said = (errors ?? []).map(({ instancePath, message = '', params }) => {
    const { additionalProperty } = params as { readonly additionalProperty?: string };
    return `${instancePath} ${message}${additionalProperty === undefined ? '' : `: ${additionalProperty}`}`;
  });
  return [...new Set(said)];
}
