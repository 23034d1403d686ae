import { accountAnswer, answered, pending, portalAccount } from '../../fixtures/evidence';
import manifest from '../../manifest.json';
import type { Address } from '../../src/address/address';
import { consoleLinks } from '../../src/app/view';
import { parseSettings } from '../../src/zendesk/settings';
import { defaultSettings } from '../support/app-under-test';

const parsed = parseSettings(defaultSettings, manifest.domainWhitelist);
if (!parsed.ok) throw new Error('The default settings are broken.');
const settings = parsed.value;

const host = `https://${settings.customersdotHost}`;
const address = "o'brien+x@example.com" as Address;
const found = (...ids: readonly string[]) =>
  consoleLinks(settings, address, {
    customersdot: answered(accountAnswer(...ids.map((id) => portalAccount({ id })))),
  });

it('lead to the admin’s list, searched for the address, and to the portal’s own pages', () => {
  expect(consoleLinks(settings, address, { customersdot: pending })).toMatchObject({
    customersdotSearch: `${host}/admin/customer?query=o%27brien%2Bx%40example.com`,
    customersdotAccount: undefined,
    customersdotHistory: undefined,
    accounts: [],
    portalReset: `${host}/customers/password/new`,
    portalConfirmation: `${host}/customers/confirmation/new`,
  });
});

it('lead to the one account that was found, and to its history', () => {
  expect(found('4')).toMatchObject({
    customersdotAccount: `${host}/admin/customer/4`,
    customersdotHistory: `${host}/admin/customer/4/history`,
    accounts: [{ id: '4', href: `${host}/admin/customer/4` }],
  });
});

it('lead to none of several as if it were the one', () => {
  expect(found('4', '5')).toMatchObject({
    customersdotAccount: undefined,
    customersdotHistory: undefined,
    accounts: [{ id: '4' }, { id: '5' }],
  });
});

it('do not lead to everybody’s list where an answer states no id', () => {
  expect(found('')).toMatchObject({ customersdotAccount: undefined, accounts: [] });
  expect(found('', '5')).toMatchObject({ customersdotAccount: undefined, accounts: [{ id: '5' }] });
});
