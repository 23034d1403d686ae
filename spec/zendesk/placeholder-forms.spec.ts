/** @jest-environment jsdom */
import { createComposer } from '../../src/zendesk/composer';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf } from '../support/fake-zaf';

/** What Zendesk, or somebody who copies the text, may read as a placeholder, however it is written. */
const forms: readonly (readonly [what: string, text: string, html: string])[] = [
  ['plain', '{{ticket.id}}', '{{ticket.id}}'],
  ['Liquid', '{% if a %}', '{% if a %}'],
  ['over two lines', '{\n{ticket.id}}', '<pre>{\n{ticket.id}}</pre>'],
  ['in two paragraphs', '{\n{ticket.id}}', '<p>{</p><p>{ticket.id}}</p>'],
  ['in full width', '｛｛ticket.id｝｝', '｛｛ticket.id｝｝'],
  ['in half of full width', '｛{ticket.id}}', '｛{ticket.id}}'],
  ['with a soft hyphen', '{\u00ad{ticket.id}}', '{&shy;{ticket.id}}'],
  ['with a space of no width', '{\u200b{ticket.id}}', '{&#8203;{ticket.id}}'],
  [
    'as a link writes it',
    '%7B%7Bticket.id%7D%7D',
    '<a href="https://x.example/%7B%7Ba%7D%7D">x</a>',
  ],
  ['as Markdown escapes it', '\\{\\{ticket.id}}', '\\{\\{ticket.id}}'],
  ['parted by an annotation', '{\ufff9{ticket.id}}', '{&#xfff9;{ticket.id}}'],
  ['parted by what is no character', '{\ufdd0{ticket.id}}', '{\uffff{ticket.id}}'],
  ['in full width, as markup writes it', '&#65371;{ticket.id}}', '&#xff5b;&#xfe5b;ticket.id}}'],
  ['as markup writes it', '&#123;{ticket.id}}', '&#123;{ticket.id}}'],
  ['as markup shows it', '&amp;#123;{ticket.id}}', '&amp;#123;{ticket.id}}'],
];

const expected = { ticketId: 35436, requesterId: 20978, channel: 'email' };
const reply = { html: '<p>Hello Jane</p>', text: 'Hello Jane', unresolved: [] };

function setUp(richText: boolean, macro = '') {
  const clock = createFakeClock(0);
  const client = createFakeZaf({
    richText,
    draft: richText ? '<p>Hi</p>' : 'Hi',
    macros: { 5: macro },
  });
  const composer = createComposer(client, clock);
  return {
    editor: client.composer,
    async insert(change: Partial<typeof reply> = {}) {
      const inserting = composer.insert({ ...reply, ...change }, expected);
      await clock.advance(5_000);
      return (await inserting).result;
    },
    async apply() {
      const applying = composer.applyMacro(5, { html: '' }, expected);
      await clock.advance(5_000);
      return (await applying).result;
    },
  };
}

describe.each(forms)('a placeholder %s', (_, text, html) => {
  it('is not inserted, whether it stands in the text or in the markup', async () => {
    const { insert, editor } = setUp(true);
    const refused = { ok: false, failure: { kind: 'unresolved-placeholder' } };
    expect(await insert({ html: `<p>Hello</p>${html}` })).toMatchObject(refused);
    expect(await insert({ text: `Hello ${text}` })).toMatchObject(refused);
    expect(editor.draft).toBe('<p>Hi</p>');
  });

  it.each([true, false])('is noticed where a macro brings it (rich: %s)', async (richText) => {
    const { apply } = setUp(richText, richText ? `<p>Hello</p>${html}` : ` Hello ${text}`);
    expect(await apply()).toMatchObject({
      ok: false,
      failure: { kind: 'placeholder-in-composer' },
    });
  });

  it.each([true, false])(
    'is nobody’s business where it stood before (rich: %s)',
    async (richText) => {
      const { insert, editor } = setUp(richText);
      editor.set(richText ? `<p>Hi</p>${html}` : `Hi ${text} `);
      expect(await insert()).toMatchObject({ ok: true });
    },
  );
});
