import type { LookupWay } from '../../src/shared/lookup-way';

/** What `customersdot_lookup_path` says for each way of looking an account up. */
export const lookupPaths = {
  'by-hand': '',
  endpoint: '/api/support/sign_in_check?email={email}',
  'compact-list': '/admin/customer.json?compact=true',
  export:
    '/admin/customer/export?json=1&schema[only][]=id&schema[only][]=email' +
    '&schema[only][]=login_activated&schema[only][]=confirmed_at&query={email}',
} as const satisfies Readonly<Record<LookupWay['way'], string>>;

export const lookupWays = Object.keys(lookupPaths) as readonly LookupWay['way'][];
