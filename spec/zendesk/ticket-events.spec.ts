import { type SaveAnswer, onTicketEvents, onTicketSave } from '../../src/zendesk/frame';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf } from '../support/fake-zaf';

function setUp() {
  const client = createFakeZaf();
  const told: unknown[] = [];
  const stop = onTicketEvents(client, {
    requesterChanged: () => told.push('requester'),
    ticketChanged: () => told.push('changed'),
    submitted: () => told.push('submitted'),
    submitFailed: () => told.push('failed'),
    draftChanged: () => told.push('draft'),
    visibility: (change) => told.push(change),
  });
  return { client, told, stop };
}

it.each([
  ['ticket.requester.id.changed', 'requester'],
  ['ticket.requester.email.changed', 'requester'],
  ['ticket.submit.done', 'submitted'],
  ['ticket.submit.fail', 'failed'],
  ['ticket.conversation.changed', 'changed'],
  ['ticket.collaborators.changed', 'changed'],
  ['ticket.sharedWith.changed', 'changed'],
  ['comment.text.changed', 'draft'],
  ['comment.type.changed', 'changed'],
  ['ticket.editor.targetChannel.changed', 'changed'],
  ['ticket.editor.capabilities.changed', 'changed'],
  ['app.activated', { inFront: true }],
  ['app.deactivated', { inFront: false }],
  ['app.expanded', { unfolded: true }],
  ['app.collapsed', { unfolded: false }],
  ['app.willDestroy', { gone: true }],
])('tells of %s', (event, what) => {
  const { client, told } = setUp();
  client.fire(event, { propertyName: 'x', newValue: 'y' });
  expect(told).toEqual([what]);
});

it('hears nothing once stopped', () => {
  const { client, told, stop } = setUp();
  stop();
  client.fire('app.activated');
  expect(told).toEqual([]);
  expect(client.listenerCount()).toBe(0);
});

describe('asked before the ticket is saved', () => {
  function askedWith(ask: () => Promise<SaveAnswer>) {
    const client = createFakeZaf();
    const clock = createFakeClock(0);
    const stop = onTicketSave(client, clock, ask);
    return { client, clock, stop, answers: client.ask('ticket.save') };
  }

  it.each<[string, () => Promise<SaveAnswer>, unknown]>([
    ['it may go on', () => Promise.resolve({ kind: 'go-on' }), true],
    [
      'it is held, with the reason',
      () => Promise.resolve({ kind: 'hold', why: 'This reply is for somebody else.' }),
      'This reply is for somebody else.',
    ],
    ['the question fails', () => Promise.reject(new Error('oops')), true],
    [
      'the question throws',
      () => {
        throw new Error('oops');
      },
      true,
    ],
  ])('%s', async (_, ask, answer) => {
    const { answers, clock } = askedWith(ask);
    expect(await answers).toEqual([answer]);
    expect(clock.pending()).toBe(0);
  });

  it('an answer that does not come lets it go on', async () => {
    const { answers, clock } = askedWith(() => new Promise(() => undefined));
    await clock.advance(3_000);
    expect(await answers).toEqual([true]);
  });

  it('is not asked any more once stopped', async () => {
    const { client, stop } = askedWith(() => Promise.resolve({ kind: 'go-on' }));
    stop();
    expect(await client.ask('ticket.save')).toEqual([]);
  });
});
