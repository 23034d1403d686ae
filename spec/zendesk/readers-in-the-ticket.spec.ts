import { mayDisclose } from '../../src/replies/may-disclose';
import { readersOf } from '../../src/zendesk/ticket';
import { readers } from '../replies/some-readers';
import { httpAnswer, httpError, rejecting } from '../support/fake-zaf';
import { read, ticketAnswer } from './some-rest';

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

/** ChannelName of the framework's typings, the types of a comment, and what code in the wild meets besides. */
const names = [
  ...[
    'email',
    'web',
    'internal',
    'voice',
    'chat',
    'native_messaging',
    'messaging',
    'line',
    'wechat',
  ],
  ...['sunshine_conversations_twitter_dm', 'sunshine_conversations_facebook_messenger'],
  ...['instagram_dm', 'whatsapp', 'whatapp', 'any_channel', 'twitter', 'facebook', 'api', 'sms'],
  ...['chat_transcript', 'mobile_sdk', 'mobile', 'help_center', 'web_service', 'closed_ticket'],
  ...['side_conversation', 'side conversation', 'Side-Conversation', 'side_conversations'],
  ...['facebookPrivateMessage', 'facebookWallReply', 'twitterDirectMessage', 'twitterReply'],
  ...['publicReply', 'internalNote', 'EMAIL', 'Web', 'email ', 'e-mail', 'constructor', '0'],
];
const isMail = (name: string): boolean => name === 'email' || name === 'web';
const opens = (paths: object): boolean => {
  const { channel } = readersOf({ ...mail, 'comment.type': 'publicReply', ...paths });
  return mayDisclose('jane.doe@example.com', readers({ channel })).kind === 'open';
};

describe.each(names)('%j', (name) => {
  const target = { 'ticket.editor.targetChannel': { name } };
  const via = { 'ticket.via': { channel: name } };
  const none = { 'ticket.editor.targetChannel': null };

  it('as the editor’s channel opens where it is mail', () => {
    // While a note is written it is the ticket's, which is mail here.
    const isOpen = isMail(name) || name === 'internal';
    expect(opens(target)).toBe(isOpen);
    expect(opens({ ...target, 'comment.type': undefined })).toBe(isOpen);
    expect(opens({ ...target, 'comment.type': 'facebookWallReply' })).toBe(false);
    expect(opens({ 'ticket.editor.targetChannel': { name, sessionBased: true } })).toBe(false);
    expect(opens({ 'ticket.editor.targetChannel': { name, sessionActive: true } })).toBe(false);
  });

  it('as the ticket’s channel opens where the editor has none and it is mail', () => {
    const inNote = { 'ticket.editor.targetChannel': { name: 'internal' } };
    expect(opens({ ...via, ...none })).toBe(isMail(name));
    expect(opens({ ...via, ...inNote })).toBe(isMail(name));
    // The editor answers by mail whatever it came by, but for a side conversation.
    expect(opens(via)).toBe(!/side/i.test(name));
  });

  it('as the type of the comment does not open it', () => {
    const isUsual = name === 'publicReply' || name === 'internalNote';
    expect(opens({ 'comment.type': name })).toBe(isUsual);
  });

  it('says nothing where the editor says neither channel nor comment', () => {
    expect(opens({ ...via, ...none, 'comment.type': undefined })).toBe(false);
  });
});

it.each([5, {}, [], ' ', true])('a type of comment that is %j is not known', (type) => {
  expect(readersOf({ ...mail, 'comment.type': type }).channel).toBeUndefined();
});

it.each<[string, object, string | undefined]>([
  ['by a side conversation', { via: { channel: 'side_conversation' } }, 'side_conversation'],
  ['by nobody knows what', { via: {} }, undefined],
  ['by what nobody says', { via: undefined }, undefined],
  ['by a chat that the editor answers by mail', { via: { channel: 'chat' } }, 'email'],
])('a ticket that came %s, by the word of the saved one', async (_, ticket, channel) => {
  const paths = { 'ticket.via': undefined };
  const saved = httpAnswer(ticketAnswer(ticket));
  expect((await read({ ticket: saved }, { paths })).channel).toBe(channel);
  expect((await read({ ticket: saved })).channel).toBe(channel);
});

it('a saved ticket that is not to be had leaves the page’s channel, and no copies', async () => {
  const ticket = rejecting(httpError(500));
  ticket.catch(() => undefined);
  expect(await read({ ticket })).toMatchObject({ channel: 'email', copies: undefined });
});
