import { followHeight } from '../../src/zendesk/frame';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf } from '../support/fake-zaf';

function setUp() {
  const clock = createFakeClock(0);
  const client = createFakeZaf();
  let grow: (height: number) => void = () => undefined;
  const disconnect = jest.fn();
  const stop = followHeight(client, clock, (onHeight) => {
    grow = onHeight;
    return disconnect;
  });
  return {
    clock,
    client,
    stop,
    disconnect,
    grow: (height: number) => {
      grow(height);
    },
    asked: () => client.invoked('resize').map(([size]) => size),
  };
}

it('asks once for a burst of changes', async () => {
  const { clock, grow, asked } = setUp();
  for (const height of [100, 240.2, 380.4]) grow(height);
  await clock.advance(50);
  expect(asked()).toEqual([{ width: '100%', height: '381px' }]);
});

it('does not ask for the height it has, nor for none', async () => {
  const { clock, grow, asked } = setUp();
  for (const height of [380, 380, 379.6, 0]) {
    grow(height);
    await clock.advance(50);
  }
  expect(asked()).toHaveLength(1);
});

it('survives a Zendesk that does not answer', async () => {
  const { clock, client, grow, asked } = setUp();
  client.behave('invoke', { kind: 'rejects', reason: new Error('no') });
  grow(380);
  await clock.advance(50);
  grow(400);
  await clock.advance(20_000);
  expect(asked()).toHaveLength(2);
  expect(clock.pending()).toBe(0);
});

it('leaves no timer behind', async () => {
  const { clock, grow, stop, asked, disconnect } = setUp();
  grow(380);
  stop();
  expect(clock.pending()).toBe(0);
  await clock.advance(1000);
  expect(asked()).toEqual([]);
  expect(disconnect).toHaveBeenCalledTimes(1);
});
