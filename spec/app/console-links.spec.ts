import type { Address } from '../../src/address/address';
import {
  adminAccountUrl,
  adminHistoryUrl,
  adminSearchUrl,
  portalConfirmationUrl,
  portalResetUrl,
} from '../../src/app/view';

const host = 'customers.gitlab.com';

it.each([
  [
    adminSearchUrl(host, "o'brien+x@example.com" as Address),
    'https://customers.gitlab.com/admin/customer?query=o%27brien%2Bx%40example.com',
  ],
  [adminAccountUrl(host, '4'), 'https://customers.gitlab.com/admin/customer/4'],
  [adminAccountUrl(host, ''), 'https://customers.gitlab.com/admin/customer'],
  [adminHistoryUrl(host, '4'), 'https://customers.gitlab.com/admin/customer/4/history'],
  [adminHistoryUrl(host, ''), 'https://customers.gitlab.com/admin/customer'],
  [portalResetUrl(host), 'https://customers.gitlab.com/customers/password/new'],
  [portalConfirmationUrl(host), 'https://customers.gitlab.com/customers/confirmation/new'],
])('%s', (url, expected) => {
  expect(url).toBe(expected);
});
