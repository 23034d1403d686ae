import { createColorScheme } from '../../src/zendesk/frame';
import { createFakeZaf } from '../support/fake-zaf';

it.each([
  ['?colorScheme=dark', 'dark'],
  ['?colorScheme=light', 'light'],
  ['?colorScheme=pink', 'light'],
  ['', 'light'],
])('begins as the address %p says', (search, scheme) => {
  expect(createColorScheme(undefined, search).get()).toBe(scheme);
});

it.each([['dark'], [{ propertyName: 'colorScheme', newValue: 'dark' }]])(
  'follows the event with %j and tells of each change once',
  (data) => {
    const client = createFakeZaf();
    const scheme = createColorScheme(client, '');
    const changed = jest.fn();
    scheme.subscribe(changed);
    client.fire('colorScheme.changed', data);
    client.fire('colorScheme.changed', data);
    expect(scheme.get()).toBe('dark');
    expect(changed).toHaveBeenCalledTimes(1);
  },
);

it('takes the first reading, and ignores what is no scheme', () => {
  const client = createFakeZaf();
  const scheme = createColorScheme(client, '');
  scheme.set('dark');
  client.fire('colorScheme.changed', 'pink');
  client.fire('colorScheme.changed', null);
  expect(scheme.get()).toBe('dark');
});

it('is silent once unsubscribed, and gone once closed', () => {
  const client = createFakeZaf();
  const scheme = createColorScheme(client, '');
  const changed = jest.fn();
  scheme.subscribe(changed)();
  client.fire('colorScheme.changed', 'dark');
  expect(changed).not.toHaveBeenCalled();
  scheme.close();
  expect(client.listenerCount()).toBe(0);
});

it('an event that cannot be looked at changes nothing and throws nothing', () => {
  const client = createFakeZaf();
  const scheme = createColorScheme(client, '');
  const data = {
    get newValue(): never {
      throw new Error('boom');
    },
  };
  client.fire('colorScheme.changed', data);
  expect(scheme.get()).toBe('light');
});
