import { askZendesk } from '../../src/zendesk/http-answer';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, httpAnswer } from '../support/fake-zaf';

const asked = { method: 'GET', path: '/api/v2/macros/1.json' } as const;
const ask = (answer: unknown) =>
  askZendesk(createFakeZaf({ respond: () => answer }), createFakeClock(0), asked);

it('hands over what Zendesk says', async () => {
  expect(await ask(httpAnswer({ macro: 1 }))).toEqual({ ok: true, value: { macro: 1 } });
});

it.each([
  ['', 'empty'],
  ['<html>', 'not-json'],
  [`"${'x'.repeat(4_000_000)}"`, 'too-large'],
])('does not take for an answer what is %#', async (body, what) => {
  expect(await ask(httpAnswer(body))).toEqual({
    ok: false,
    failure: { source: 'zendesk', kind: 'malformed', what },
  });
});
