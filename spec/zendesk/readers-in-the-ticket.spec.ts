import { readersOf } from '../../src/zendesk/ticket';

const mail = {
  'ticket.id': 35436,
  'ticket.collaborators': [],
  'ticket.via': { channel: 'email' },
  'ticket.editor.targetChannel': { name: 'email' },
};

it.each(['#42', {}, -1])('a ticket whose number is %j is not taken for a new one', (id) => {
  expect(readersOf({ ...mail, 'ticket.id': null }).copies).toEqual([]);
  expect(readersOf({ ...mail, 'ticket.id': id }).copies).toBeUndefined();
});

it.each<[string, object]>([
  ['a channel that is a word', { 'ticket.editor.targetChannel': 'whatsapp' }],
  ['a list of channels', { 'ticket.editor.targetChannel': [{ name: 'whatsapp' }] }],
  ['a channel without a name', { 'ticket.editor.targetChannel': { name: null } }],
  ['a ticket that came by nobody knows what', { 'ticket.via': {} }],
  ['a ticket whose way is a word', { 'ticket.via': 'side_conversation' }],
])('%s is not known to be mail', (_, change) => {
  expect(readersOf(mail).channel).toBe('email');
  expect(readersOf({ ...mail, ...change }).channel).toBeUndefined();
});
