import { publicSettings, secretsOf } from '../../../sandbox/proxy/installation';
import { installation, secrets } from './an-installation';

it('hands no secure setting to the browser', () => {
  const settings = publicSettings(installation);

  expect(Object.keys(settings).filter((name) => Object.hasOwn(secrets, name))).toEqual([]);
  expect(JSON.stringify(settings)).not.toMatch(/admin@example\.com|token-0815|key-4711/);
});

it('fills in the defaults of the manifest', () => {
  expect(publicSettings(installation)).toMatchObject({
    title: 'CustomersDot Sign-in Check',
    customersdot_host: 'customers.gitlab.com',
    mailgun_region: 'us',
    log_window_days: 30,
    macro_ids: null,
  });
});

it('knows every secret', () => {
  expect(secretsOf(installation)).toEqual(Object.values(secrets));
});
