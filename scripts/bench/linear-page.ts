import { findAddresses } from '../../src/address/find-addresses';
import { bounceReason } from '../../src/diagnosis/bounce-reason';
import { decodeHeader } from '../../src/mailgun/log-event';
import { mayDisclose } from '../../src/replies/may-disclose';
import { htmlToText } from '../../src/shared/html';
import { defuse, placeholdersInHtml } from '../../src/shared/placeholders';
import { sanitise } from '../../src/shared/sanitise';
import { visibleText } from '../../src/shared/text';
import { checkInsert } from '../../src/zendesk/composer-text';
import { glyphsOfHtml } from '../../src/zendesk/composer-text';
import { unreadOf } from '../../src/zendesk/conversation';
import { ticketText } from '../../src/zendesk/ticket-text';

/** Runs in a page of Chromium, whose parser and regular expressions the app has. */

export interface Grown {
  readonly reader: string;
  readonly pump: string;
  /** The least of all rounds, in ms: what else the machine does only adds to it. For n and for 2n characters. */
  readonly n: number;
  readonly twice: number;
}

type Reader = readonly [name: string, read: (text: string) => unknown, pumps: readonly string[]];

const html = [
  '<b>',
  '<a ',
  '<!--',
  '&nbsp;',
  '<p>word ',
  '<pre>  ',
  '<b> </b>',
  '{{',
  '<li>',
  '"<',
];
const plain = ['a@example.com ', 'cid:@', '@', 'a.', 'a-', '://a@', '> ', '%25', '\u200b'];

const asDescription = (text: string) =>
  ticketText(unreadOf({ 'ticket.conversation': [], 'ticket.description': text }));

/** Of so many characters: formatting that a parser makes anew in each paragraph, since nothing closes it. */
function neverClosed(length: number): string {
  const open = Array.from({ length: length / 28 }, (_, at) => `<b a=${at}>`);
  const html = `<p>${open.join('')}`;
  return html + '<p>x'.repeat((length - html.length) / 4);
}

const readers: readonly Reader[] = [
  [
    'formatting never closed, in a ticket',
    (text) => asDescription(neverClosed(text.length)),
    ['<p>x'],
  ],
  ['the same in a draft', (text) => glyphsOfHtml(neverClosed(text.length)), ['<p>x']],
  ['text of html', htmlToText, html],
  ['text of a ticket', asDescription, [...html, 'on a wrote ', '<div ', '<a href=mailto:']],
  ['addresses in a text', findAddresses, plain],
  ['sanitised macro', sanitise, html],
  [
    'placeholders in html',
    placeholdersInHtml,
    ['{{', '{%', '{\u200b', '{{a}}', '%7B', '&#123;', '{&shy;'],
  ],
  ['braces broken', defuse, ['{', '{\u200b', '{{']],
  ['glyphs of a draft', (text: string) => glyphsOfHtml(text), html],
  [
    'a reply found again in a draft',
    (text) =>
      checkInsert(
        { value: text, rich: false },
        { value: text + text, rich: false },
        glyphsOfHtml(text),
      ),
    ['a', 'ab ', 'aab'],
  ],
  [
    'a name on one line',
    (text) => visibleText(text, { most: text.length }),
    ['a', '\u0301', '\u200d', ' ', '\u202e'],
  ],
  ['a mail header', decodeHeader, ['=?a?q?', '=?utf-8?q?a?= ', '?= ', ' ']],
  [
    'why a mail bounced',
    (text) => bounceReason({ text }),
    ['user ', 'not ', '.', '-', '1.', 'a:', 'not a valid '],
  ],
  ['copies of a ticket', gateOf, ['x']],
];

/** As many people in copy as the text has hundreds of characters. */
function gateOf(text: string): unknown {
  const copies = Array.from({ length: text.length / 100 }, (_, id) => ({
    id,
    name: undefined,
    address: `kim${id}@example.com`,
    isStaff: false,
  }));
  const address = 'jane.doe@example.com';
  const identity = {
    type: 'email',
    value: address,
    verified: true,
    verificationMethod: 'full',
    primary: true,
    deliverableState: undefined,
  };
  return mayDisclose(address, {
    ticketId: 1,
    requester: { id: 1, address },
    savedRequester: 1,
    identities: [identity],
    copies,
    audiences: [],
    channel: 'email',
  });
}

const shortest = 1.5;

function timed(read: () => unknown, times: number): number {
  const began = performance.now();
  for (let time = 0; time < times; time += 1) read();
  return (performance.now() - began) / times;
}

/** So often that the clock of a browser can tell. */
function often(read: () => unknown): number {
  let times = 1;
  while (timed(read, times) * times < shortest && times < 4_096) times *= 2;
  return times;
}

const least = (values: readonly number[]): number =>
  values.reduce((one, other) => Math.min(one, other), Infinity);

export function timeReaders(size: number, rounds: number): readonly Grown[] {
  return readers.flatMap(([reader, read, pumps]) =>
    pumps.map((pump) => {
      const one = `a${pump.repeat(size / pump.length)}!`;
      const two = `a${pump.repeat((2 * size) / pump.length)}!`;
      const times = often(() => read(one));
      const pairs = Array.from({ length: rounds }, () => ({
        n: timed(() => read(one), times),
        twice: timed(() => read(two), times),
      }));
      return {
        reader,
        pump,
        n: least(pairs.map(({ n }) => n)),
        twice: least(pairs.map(({ twice }) => twice)),
      };
    }),
  );
}
