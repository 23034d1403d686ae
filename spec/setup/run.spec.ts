import manifest from '../../manifest.json';
import { createSetupCheck } from '../../src/setup/run';
import { failed, ok } from '../../src/shared/failure';
import { createFakeClock } from '../support/fake-clock';

const defaults = Object.fromEntries(
  manifest.parameters.map((one) => [one.name, 'default' in one ? one.default : '']),
);

it('asks one question at a time, and nothing more once it is cancelled; what was found stays', async () => {
  const clock = createFakeClock(Date.UTC(2026, 10, 23, 12, 0));
  const waiting: (() => void)[] = [];
  let asked = 0;
  const check = createSetupCheck({
    client: undefined,
    clock,
    send: ({ source }) => {
      asked += 1;
      return new Promise((done) => {
        waiting.push(() => {
          done(failed({ source, kind: 'unreachable' }));
        });
      });
    },
    settings: () => Promise.resolve(ok({ ...defaults, customersdot_lookup_path: '' })),
    whitelist: manifest.domainWhitelist,
    sdk: { version: undefined, origin: undefined },
  });
  expect(check.getState()).toEqual({ kind: 'idle' });
  check.start();
  check.start();
  await clock.advance(0);
  expect(asked).toBe(1);
  expect(check.getState()).toMatchObject({ kind: 'running', asking: 'mailgun', done: 2 });

  check.cancel();
  waiting.forEach((answer) => {
    answer();
  });
  await clock.advance(0);
  expect(asked).toBe(1);
  expect(check.getState()).toMatchObject({
    kind: 'cancelled',
    lines: [
      { id: 'settings-values', state: 'works' },
      { id: 'portal-answers', state: 'works' },
    ],
  });
});
