import { onTicketEvents } from '../../src/zendesk/ticket-events';
import { createFakeZaf } from '../support/fake-zaf';

function setUp() {
  const client = createFakeZaf();
  const told: string[] = [];
  const stop = onTicketEvents(client, {
    requesterChanged: () => told.push('requester'),
    ticketChanged: () => told.push('changed'),
    composerChanged: () => told.push('composer'),
    activated: () => told.push('activated'),
    deactivated: () => told.push('deactivated'),
  });
  return { client, told, stop };
}

it.each([
  ['ticket.requester.id.changed', 'requester'],
  ['ticket.requester.email.changed', 'requester'],
  ['ticket.submit.done', 'changed'],
  ['ticket.conversation.changed', 'changed'],
  ['comment.type.changed', 'composer'],
  ['ticket.editor.targetChannel.changed', 'composer'],
  ['ticket.editor.capabilities.changed', 'composer'],
  ['app.activated', 'activated'],
  ['app.deactivated', 'deactivated'],
  ['app.collapsed', 'deactivated'],
  ['app.willDestroy', 'deactivated'],
])('tells of %s', (event, what) => {
  const { client, told } = setUp();
  client.fire(event, { propertyName: 'x', newValue: 'y' });
  expect(told).toEqual([what]);
});

it.each([
  [['app.deactivated', 'app.expanded'], 'deactivated'],
  [['app.collapsed', 'app.activated'], 'deactivated'],
  [['app.collapsed', 'app.deactivated', 'app.activated', 'app.expanded'], 'activated'],
  [['app.willDestroy', 'app.activated'], 'deactivated'],
])('after %j the app is %s', (events, last) => {
  const { client, told } = setUp();
  events.forEach((event) => {
    client.fire(event);
  });
  expect(told.at(-1)).toBe(last);
});

it('hears nothing once stopped', () => {
  const { client, told, stop } = setUp();
  stop();
  client.fire('app.activated');
  expect(told).toEqual([]);
  expect(client.listenerCount()).toBe(0);
});
