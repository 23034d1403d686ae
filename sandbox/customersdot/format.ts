import type { PortalRequest } from './options';

export type Format = 'json' | 'html' | 'any';

/**
 * What Rails takes the caller to want. A list of types with a wildcard in it is how browsers ask, so that
 * what axios and jQuery send by default gets a page.
 */
export function formatOf({ path, headers }: PortalRequest): Format {
  if (path.endsWith('.json')) return 'json';
  const accept = headers.accept ?? '*/*';
  const isXhr = headers['x-requested-with'] === 'XMLHttpRequest';
  if (!isXhr && /,\s*\*\/\*|\*\/\*\s*,/.test(accept)) return 'html';
  if (accept.includes('application/json')) return 'json';
  return accept.includes('text/html') ? 'html' : 'any';
}
