import { act, render, screen } from '@testing-library/react';
import { now } from '../../fixtures/open-state';
import { createFakeApp } from '../../fixtures/fake-app';
import { Panel } from '../../src/panel/panel';
import { createFakeClock } from '../support/fake-clock';
import { messages, openGalleryState } from '../support/render-panel';

const checks = () => screen.queryByRole('region', { name: messages('checks.heading') });

test('the lower half waits for the first run, but no longer than a moment', async () => {
  const clock = createFakeClock(now);
  const state = openGalleryState('early');
  render(
    <Panel
      app={createFakeApp(state)}
      messages={messages}
      scheme={{ get: () => 'light', subscribe: () => () => undefined }}
      clock={clock}
      reload={() => undefined}
    />,
  );
  expect(checks()).toBeNull();
  await act(() => clock.advance(1_499));
  expect(checks()).toBeNull();
  await act(() => clock.advance(1));
  expect(checks()).toBeVisible();
});

test('a check of a slow source can be answered by hand, though not at once', async () => {
  const clock = createFakeClock(now);
  render(
    <Panel
      app={createFakeApp(openGalleryState('early'))}
      messages={messages}
      scheme={{ get: () => 'light', subscribe: () => () => undefined }}
      clock={clock}
      reload={() => undefined}
    />,
  );
  const offers = () => screen.queryAllByRole('button', { name: /^Enter: / }).length;
  await act(() => clock.advance(1_500));
  expect(offers()).toBe(0);
  await act(() => clock.advance(1_499));
  expect(offers()).toBe(0);
  await act(() => clock.advance(1));
  expect(offers()).toBe(2);
});
