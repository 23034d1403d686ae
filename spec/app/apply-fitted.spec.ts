/** @jest-environment jsdom */
import { createReplyTools } from '../../src/app/reply-effects';
import type { ReplyText } from '../../src/replies/suggest';
import { createMessages } from '../../src/wording/translate';
import english from '../../translations/panel/en.json';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf } from '../support/fake-zaf';

const written = '<p>Make sure that your mailbox takes email.</p>';
const preview: ReplyText = {
  name: 'reset_not_delivered',
  html: '<p>Look for a typing error in the address.</p>',
  text: 'Look for a typing error in the address.',
  origin: { kind: 'macro', macroId: 5, title: 'Ours', ownMacro: false },
  unresolved: [],
  macroIs: { fitted: { written } },
};

/** Applied on the ticket of the fake, which holds `draft`. */
async function apply(draft: string, prepare: (zaf: ReturnType<typeof createFakeZaf>) => void) {
  const clock = createFakeClock(0);
  const zaf = createFakeZaf({ macros: { 5: written }, draft });
  prepare(zaf);
  const messages = createMessages('en', english, { now: clock.now, timeZone: 'UTC' });
  const tools = createReplyTools(zaf, clock, messages);
  const within = async <T>(asked: Promise<T>): Promise<T> => {
    await clock.advance(30_000);
    return asked;
  };
  const known = await within(tools.readReaders());
  if (!known) throw new Error('Nobody says who reads.');
  const { ticketId, requester } = known;
  const expected = { ticketId, requesterId: requester?.id, channel: 'email' };
  const what = { way: 'apply', macroId: 5, preview } as const;
  const done = await within(
    tools.write({ what, expected, readers: { asked: 1, known } }, () => undefined),
  );
  const applied = zaf.calls.filter(({ call, args }) => call === 'invoke' && args[0] === 'macro');
  return { done, applied: applied.length, draft: zaf.composer.draft };
}

test('the macro is applied once, and its general words give way to those that fit', async () => {
  const { done, applied, draft } = await apply('', () => undefined);
  expect(done.result).toMatchObject({ ok: true, value: { otherWords: false } });
  expect([applied, draft]).toEqual([1, preview.html]);
});

test('what the engineer had written stays, once', async () => {
  const { done, draft } = await apply('<p>Hello Jane,</p>', () => undefined);
  expect(done.result).toMatchObject({ ok: true });
  expect(draft.match(/Hello Jane,/g)).toHaveLength(1);
  expect(draft).toContain('typing error');
  expect(draft).not.toContain('Make sure');
});

test('where its words cannot be taken out they stay, once, and are said to be others', async () => {
  const { done, draft } = await apply('', (zaf) => {
    zaf.composer.rewriteSet = () => zaf.composer.draft;
  });
  expect(done.result).toMatchObject({ ok: true, value: { otherWords: true } });
  expect(draft.match(/Make sure/g)).toHaveLength(1);
  expect(draft).not.toContain('typing error');
});
