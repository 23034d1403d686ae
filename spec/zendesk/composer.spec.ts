/** @jest-environment jsdom */
import { createComposer } from '../../src/zendesk/composer';
import type { Expected, Put } from '../../src/zendesk/composer-check';
import type { InsertableReply } from '../../src/zendesk/composer-text';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, type FakeZafOptions } from '../support/fake-zaf';

const expected: Expected = { ticketId: 35436, requesterId: 20978, channel: 'email' };
const reply: InsertableReply = {
  html: '<p>Hello Jane,</p><p>please <a href="https://customers.gitlab.com/">sign in</a> again.</p>',
  text: 'Hello Jane,\nplease sign in again.',
  unresolved: [],
};

function setUp(options: FakeZafOptions = {}) {
  const clock = createFakeClock(0);
  const client = createFakeZaf(options);
  const composer = createComposer(client, clock);
  let receipt: Put['receipt'];
  async function done(inserting: Promise<Put>): Promise<Put['result']> {
    await clock.advance(60_000);
    expect(clock.pending()).toBe(0);
    const put = await inserting;
    receipt = put.receipt;
    return put.result;
  }
  return {
    clock,
    client,
    editor: client.composer,
    insert: (change: Partial<InsertableReply> = {}, seen = expected) =>
      done(composer.insert({ ...reply, ...change }, seen)),
    applyMacro: (id: number, preview = '<p>Hello from the macro</p>', seen = expected) =>
      done(composer.applyMacro(id, { html: preview }, seen)),
    receipt: () => receipt,
    /** How much of it is there by another reading. */
    async holding() {
      const reading = composer.readDraft(receipt ? [receipt] : []);
      await clock.advance(60_000);
      const draft = await reading;
      return draft.ok ? draft.value.holdings[0] : draft.failure;
    },
    takeOut: async (of: Put['receipt']) => {
      const taking = composer.takeOut(of!);
      await clock.advance(60_000);
      return taking;
    },
    written: () =>
      ['ticket.editor.insert', 'ticket.comment.appendHtml', 'ticket.comment.appendText', 'macro']
        .map((action) => client.invoked(action).length)
        .reduce((sum, count) => sum + count),
  };
}

const refused = (kind: string, more: object = {}) => ({ ok: false, failure: { kind, ...more } });
const maybe = (why: string) => refused('may-be-in-composer', { why });

describe('inserting a reply', () => {
  it('puts rich text into an empty composer', async () => {
    const { insert, editor } = setUp();
    expect(await insert()).toMatchObject({ ok: true, value: { format: 'rich' } });
    expect(editor.draft).toBe(reply.html);
  });

  it('puts it into a composer that nobody has touched, which may answer with null', async () => {
    const { insert, editor, receipt } = setUp();
    const paths = editor.paths;
    editor.paths = () => ({
      ...paths(),
      'comment.text': editor.draft === '' ? null : editor.draft,
    });
    expect(await insert()).toMatchObject({ ok: true });
    expect(receipt()).toMatchObject({ before: '', after: reply.html });
  });

  it('puts it at the cursor and leaves the draft as it was', async () => {
    const { insert, editor } = setUp({ draft: '<p>So!</p><p>Kind <b>regards</b></p>' });
    editor.cursor = '<p>So!</p>'.length;
    expect(await insert()).toMatchObject({ ok: true });
    expect(editor.draft).toBe(`<p>So!</p>${reply.html}<p>Kind <b>regards</b></p>`);
  });

  it('puts plain text after the draft in a channel without rich text', async () => {
    const { insert, editor } = setUp({ richText: false, channel: 'whatsapp', draft: 'So  there ' });
    const seen = { ...expected, channel: 'whatsapp' };
    expect(await insert({}, seen)).toMatchObject({ ok: true, value: { format: 'plain' } });
    expect(editor.draft).toBe(`So  there \n${reply.text}`);
  });

  it('is not misled by what an editor makes of markup', async () => {
    const { insert, editor } = setUp({ draft: '<div>Hi &amp; welcome<br></div>' });
    editor.rewrite = (html) =>
      html
        .replaceAll('<p>', '<div class="x"> ')
        .replaceAll('</p>', '</div>\n')
        .replaceAll("'", '&#39;')
        .replaceAll('<a ', '<a target="_blank" rel="noopener" ');
    expect(await insert()).toMatchObject({ ok: true });
  });

  it('waits for an editor that is slow to show what it was given', async () => {
    const { insert, editor, clock } = setUp();
    const rewrite = (html: string) => {
      clock.after(250, () => {
        editor.draft = html;
      });
      return '';
    };
    editor.rewrite = rewrite;
    expect(await insert()).toMatchObject({ ok: true });
  });

  it('falls back to the comment where there is no editor', async () => {
    const { insert, editor, client } = setUp();
    editor.without.add('ticket.editor.insert');
    expect(await insert()).toMatchObject({ ok: true });
    expect(client.invoked('ticket.comment.appendHtml')).toEqual([[reply.html]]);
  });

  it('believes the composer and not the silence: what is there is there, and is not written again', async () => {
    const { insert, editor, client, clock } = setUp();
    client.behave('invoke', { kind: 'silent' });
    clock.after(5_000, () => {
      editor.draft = reply.html;
    });
    expect(await insert()).toMatchObject({ ok: true });
    expect(client.invoked('ticket.comment.appendHtml')).toEqual([]);
  });

  it('does not take silence for success', async () => {
    const { insert, client } = setUp();
    client.behave('invoke', { kind: 'silent' });
    expect(await insert()).toEqual(maybe('not-in-composer'));
    expect(client.invoked('ticket.comment.appendHtml')).toEqual([]);
  });
});

describe('a reply is refused, and nothing is written, when', () => {
  it.each<[string, FakeZafOptions, object]>([
    ['the ticket is another one', { paths: { 'ticket.id': 1 } }, refused('ticket-changed')],
    ['the ticket cannot be told', { paths: { 'ticket.id': undefined } }, refused('ticket-changed')],
    [
      'the requester is somebody else',
      { paths: { 'ticket.requester': { id: 8, name: 'Joe' } } },
      refused('requester-changed'),
    ],
    [
      'an internal note is being written',
      { commentType: 'internalNote', channel: 'internal' },
      refused('internal-note-selected'),
    ],
    [
      'the editor says internal, whatever the comment says',
      { channel: 'internal' },
      refused('internal-note-selected'),
    ],
    ['the channel changed', { channel: 'whatsapp' }, refused('channel-changed')],
    [
      'the draft cannot be read, so that nobody could tell whether it was kept',
      { paths: { 'comment.text': 7 } },
      refused('zendesk', {
        failure: { source: 'zendesk', kind: 'malformed', what: 'wrong-shape' },
      }),
    ],
  ])('%s', async (_, options, outcome) => {
    const { insert, applyMacro, written } = setUp(options);
    expect(await insert()).toEqual(outcome);
    expect(await applyMacro(5)).toEqual(outcome);
    expect(written()).toBe(0);
  });

  it('Zendesk is silent', async () => {
    const { insert, client, written } = setUp();
    client.behave('get', { kind: 'silent' });
    expect(await insert()).toMatchObject(refused('zendesk', { failure: { kind: 'timeout' } }));
    expect(written()).toBe(0);
  });

  it.each([
    [
      'one it knows of',
      { unresolved: ['{{ticket.requester.first_name}}'] },
      '{{ticket.requester.first_name}}',
    ],
    ['one in the HTML', { html: '<p>Hi {{dc.hello}}</p>' }, '{{dc.hello}}'],
    ['one in the text', { text: 'Hi {{dc.hello}}' }, '{{dc.hello}}'],
    ['one in a link', { html: '<a href="{{ticket.url}}">x</a>' }, '{{ticket.url}}'],
    ['one written with entities', { html: '<p>&#123;&#x7b;ticket.id}}</p>' }, '{{ticket.id}}'],
    ['one taken apart by markup', { html: '<p>{<b></b>{ticket.id}}</p>' }, '{{ticket.id}}'],
    ['one that is not closed', { html: '<p>{{ticket.id' }, '{{'],
    ['one parted by what nobody sees', { text: '{\u2060{ticket.id}}' }, '{{ticket.id}}'],
    ['a piece of Liquid', { text: '{% if ticket.id %}' }, '{% if ticket.id %}'],
  ])('a placeholder is left: %s', async (_, change, placeholder) => {
    const { insert, written } = setUp();
    const result = await insert(change);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unresolved-placeholder' } });
    expect(JSON.stringify(result)).toContain(placeholder);
    expect(written()).toBe(0);
  });
});

describe('a customer who is called like a placeholder', () => {
  const change = {
    html: '<p>Hello { {ticket.id}},</p>',
    text: 'Hello { {ticket.id}},',
  };

  it.each([true, false])(
    'is greeted in broken braces, which Zendesk will not fill in (rich: %s)',
    async (richText) => {
      const { insert, editor } = setUp({ richText });
      editor.rewrite = (html) => html.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
      expect(await insert(change)).toMatchObject({ ok: true });
      expect(editor.draft).toContain('Hello { {ticket.id}},');
    },
  );

  it('is told where an editor closes the gap all the same', async () => {
    const { insert, editor } = setUp();
    editor.rewrite = (html) => html.replaceAll('{ {', '{{');
    expect(await insert(change)).toEqual(
      refused('placeholder-in-composer', { placeholders: ['{{ticket.id}}'] }),
    );
  });

  it('may have written so in a draft before: only what came is counted', async () => {
    const { insert } = setUp({ draft: '<p>{{ticket.url}}</p>' });
    expect(await insert(change)).toMatchObject({ ok: true });
  });

  it('is told when a macro brings a placeholder along', async () => {
    const macros = { 5: '<p>Hello {{dc.hello}}</p>' };
    expect(await setUp({ macros }).applyMacro(5)).toEqual(
      refused('placeholder-in-composer', { placeholders: ['{{dc.hello}}'] }),
    );
  });
});

describe('after inserting, it is said when', () => {
  it('the editor took nothing', async () => {
    const { insert, editor } = setUp({ draft: '<p>Hi</p>' });
    editor.rewrite = () => '';
    expect(await insert()).toEqual(maybe('not-in-composer'));
  });

  it('the editor took half of it', async () => {
    const { insert, editor } = setUp({ draft: '<p>Hi</p>' });
    editor.rewrite = (html) => html.slice(0, 40);
    expect(await insert()).toEqual(maybe('not-in-composer'));
  });

  it('Zendesk refused, with its reason', async () => {
    const { insert, editor } = setUp();
    editor.without.add('ticket.editor.insert').add('ticket.comment.appendHtml');
    expect(await insert()).toMatchObject(refused('zendesk', { failure: { kind: 'rejected' } }));
  });

  it('the draft was lost', async () => {
    const { insert, editor } = setUp({ draft: '<p>Half an hour of work</p>' });
    editor.rewrite = (html) => {
      editor.draft = '';
      editor.cursor = 0;
      return html;
    };
    expect(await insert()).toEqual(maybe('draft-changed'));
  });

  it('the ticket was switched meanwhile', async () => {
    const { insert, editor, client } = setUp();
    editor.rewrite = (html) => {
      client.setPath('ticket.id', 1);
      return html;
    };
    expect(await insert()).toEqual(maybe('ticket-changed'));
  });

  it('the composer was switched to an internal note meanwhile', async () => {
    const { insert, editor } = setUp();
    editor.rewrite = (html) => {
      editor.type = 'internalNote';
      return html;
    };
    expect(await insert()).toEqual(maybe('internal-note-selected'));
  });
});

describe('applying a macro', () => {
  const macros = { 5: '<p>Hello from the macro</p>', 6: '' };

  it('asks Zendesk to, and finds its comment beside the draft', async () => {
    const { applyMacro, client, editor } = setUp({ macros, draft: '<p>Hi</p>' });
    expect(await applyMacro(5)).toEqual({ ok: true, value: { format: 'rich', otherWords: false } });
    expect(client.invoked('macro')).toEqual([[5]]);
    expect(editor.draft).toBe('<p>Hi</p><p>Hello from the macro</p>');
  });

  it('says when the macro wrote nothing', async () => {
    expect(await setUp({ macros }).applyMacro(6)).toEqual(maybe('not-in-composer'));
  });

  it('says when there is no such macro', async () => {
    const result = await setUp({ macros }).applyMacro(7);
    expect(result).toMatchObject(refused('zendesk', { failure: { kind: 'rejected' } }));
  });

  it('says when the macro replaced the draft', async () => {
    const { applyMacro, editor, clock } = setUp({ macros, draft: '<p>Half an hour</p>' });
    clock.after(0, () => {
      editor.draft = '<p>Hello from the macro</p>';
    });
    editor.without.add('macro');
    expect(await applyMacro(5)).toEqual(maybe('draft-changed'));
  });
});

describe('a draft with more markup than a browser reads in good time', () => {
  const draft = '<b>'.repeat(4_000);

  it('is left alone: nothing is inserted, and no macro applied', async () => {
    const { insert, applyMacro, written, editor } = setUp({ draft, macros: { 5: '<p>Hello</p>' } });
    expect(await insert()).toEqual(refused('draft-too-long'));
    expect(await applyMacro(5)).toEqual(refused('draft-too-long'));
    expect(written()).toBe(0);
    expect(editor.draft).toBe(draft);
  });

  it('is not inserted into where only both together are too much', async () => {
    const { insert, written } = setUp({ draft: '<b>'.repeat(3_995) });
    expect(await insert()).toEqual(refused('draft-too-long'));
    expect(written()).toBe(0);
  });

  it('is not said to hold nothing of ours', async () => {
    const client = createFakeZaf({ draft });
    const read = await createComposer(client, createFakeClock(0)).readDraft([]);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'malformed', what: 'too-large' } });
  });
});
