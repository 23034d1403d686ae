import requirements from '../../../requirements.json';
import { replyNames } from '../../../src/shared/reply';
import { createScenarios } from '../../../sandbox/scenarios';
import { applyMacro } from '../../../sandbox/zendesk/apply-macro';
import { macrosOf } from '../../../sandbox/zendesk/macros';
import { createTickets } from '../../../sandbox/zendesk/tickets';

const now = Date.UTC(2026, 0, 15);
const agent = { id: 1, name: 'Alex', email: null, locale: 'en', identities: [] };

function ticketOf(scenario: string) {
  const tickets = createTickets(
    createScenarios(now),
    agent,
    () => ({}),
    () => now,
  );
  return tickets.byKey(scenario)!;
}

const macroWith = (html: string) =>
  macrosOf({ macros: { m: { actions: [{ field: 'comment_value_html', value: html }] } } })[0]!;

it('has a macro for every reply, and no other', () => {
  const identifiers = macrosOf(requirements).map(({ identifier }) => identifier);

  expect(identifiers).toEqual(replyNames.map((name) => `portal_sign_in_${name}`));
});

it('fills placeholders in from the ticket, as text', () => {
  const macro = macroWith('<p>{{ticket.requester.name}} {{ticket.id}}</p>');

  const { comment } = applyMacro(macro, ticketOf('name_markup'));

  expect(comment?.html).toMatch(/^<p>&lt;img src=x onerror=/);
  expect(comment?.html).toMatch(/ \d{5}<\/p>$/);
});

it('does not look at what a value brings along', () => {
  const { comment } = applyMacro(
    macroWith('{{ticket.requester.name}}'),
    ticketOf('name_placeholder'),
  );

  expect(comment?.text).toContain('{{ticket.id}}');
});

it('adds tags, and sets whether the comment is public', () => {
  const macro = macrosOf({
    macros: {
      m: {
        actions: [
          { field: 'comment_value', value: 'a <b>\nc' },
          { field: 'comment_mode_is_public', value: 'false' },
          { field: 'current_tags', value: 'one license-and-renewals' },
        ],
      },
    },
  })[0]!;

  expect(applyMacro(macro, ticketOf('reseller'))).toEqual({
    comment: { html: '<p>a &lt;b&gt;<br>c</p>', text: 'a <b>\nc', isRich: false, public: false },
    tags: ['license-and-renewals', 'one'],
    status: 'open',
  });
});
