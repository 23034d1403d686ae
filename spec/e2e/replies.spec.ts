import { outcomeIds } from '../support/editions';
import requirements from '../../requirements.json';
import { quirkGroups } from '../../sandbox/proxy/quirks';
import english from '../../translations/panel/en.json';
import englishReplies from '../../translations/replies/en.json';
import { lettersOf } from './support/letters';
import type { OpenedTicket } from './support/opened-ticket';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();
const draft = '<p>Thanks for your <b>patience</b>, one moment&nbsp;please.</p>';

async function change(outcome: string, to: Readonly<Record<string, unknown>>): Promise<void> {
  await fetch(`${workbench().sandbox.url}/sandbox/tickets/${outcome}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(to),
  });
}

async function prepared(
  outcome: string,
  to: Readonly<Record<string, unknown>>,
): Promise<OpenedTicket> {
  const { open } = workbench();
  await change(outcome, to);
  const ticket = await open(outcome);
  await ticket.findings();
  await ticket.reply(outcome).locator('[data-action="insert"]').waitFor();
  return ticket;
}

/** The whole of it: the preview begins at the first words of its own. */
async function previewOf(ticket: OpenedTicket, outcome: string): Promise<string> {
  const reply = ticket.reply(outcome);
  await reply.getByRole('button', { name: english['reply.show_all'] }).click();
  return lettersOf(await reply.getByRole('group').first().innerText());
}

describe.each(outcomeIds)('%s', (outcome) => {
  test('a composer of plain text', async () => {
    const ticket = await prepared(outcome, { plainText: true });
    expect(await ticket.insert(outcome)).toBe('ok');
    const written = await ticket.composer.innerText();
    expect(written).not.toMatch(/<\/?[a-z]|&[a-z]+;/);
    expect(written).toContain(englishReplies.opening);
    expect(await ticket.composer.locator('p, a').count()).toBe(0);
  });

  test('a composer of rich text: below the draft, which is kept byte for byte', async () => {
    const ticket = await prepared(outcome, { draft });
    const before = await ticket.composer.innerHTML();
    const promised = await previewOf(ticket, outcome);
    expect(await ticket.insert(outcome)).toBe('ok');
    expect((await ticket.composer.innerHTML()).startsWith(before)).toBe(true);
    expect(lettersOf(await ticket.composer.innerText())).toBe(
      `Thanksforyourpatience,onemomentplease.${promised}`,
    );
    expect(await ticket.composer.locator('p').count()).toBeGreaterThan(3);
  });
});

test('internal note selected: nothing is inserted', async () => {
  const ticket = await prepared('reseller', { draft });
  await ticket.page.locator('[data-comment-type="internalNote"]').click();
  const before = await ticket.composer.innerHTML();
  expect(await ticket.insert('reseller')).toBe('internal-note-selected');
  expect(await ticket.composer.innerHTML()).toBe(before);
});

test('ticket changed in between: nothing is inserted', async () => {
  const ticket = await prepared('wrong_site_reset', { draft });
  await ticket.loseEvents();
  await ticket.changeRequester();
  const before = await ticket.composer.innerHTML();
  await ticket.reply('wrong_site_reset').locator('[data-action="insert"]').click();
  // What follows is about somebody else now, and says so.
  await ticket.app.getByText(english['requester_changed.text']).first().waitFor();
  expect(await ticket.composer.innerHTML()).toBe(before);
});

test('somebody comes in copy in between: nothing is inserted, they are named, and the next holds Submit', async () => {
  const ticket = await prepared('unconfirmed', { draft });
  const before = await ticket.composer.innerHTML();
  const mallory = { id: 9_901, name: 'Mal Ory', email: 'mal.ory@example.net', identities: [] };
  // Another agent did it: this workspace hears nothing.
  await change('unconfirmed', { ccs: [mallory] });
  expect(await ticket.insert('unconfirmed')).toBe('readers-changed');
  expect(await ticket.composer.innerHTML()).toBe(before);

  await ticket.press('unconfirmed', 'insert', 'strangers');
  await ticket.reply('unconfirmed').getByText('mal.ory@example.net').first().waitFor();
  expect(await ticket.composer.innerHTML()).toBe(before);

  await ticket.press('unconfirmed', 'insert-anyway', 'ok');
  const written = await ticket.composer.innerHTML();
  const eve = { id: 9_902, name: 'Eve', email: 'eve@example.net', identities: [] };
  await change('unconfirmed', { ccs: [mallory, eve] });
  const submit = ticket.page.locator('[data-action="submit"]');
  await submit.click();
  await ticket.page.getByText(/stopped the ticket from being saved.*eve@example\.net/).waitFor();
  expect(await ticket.composer.innerHTML()).toBe(written);
  await submit.click();
  await ticket.reply('unconfirmed').and(ticket.app.locator('[data-inserted="sent"]')).waitFor();
  expect(await ticket.composer.innerText()).toBe('');
});

test.each([
  ['missing', 'no_account'],
  ['forbidden', 'unconfirmed'],
] as const)('macro %s: our own text, and why', async (macros, outcome) => {
  const ticket = await prepared(outcome, { macros });
  const promised = await previewOf(ticket, outcome);
  await ticket.reply(outcome).getByText(english[`reply.why.${macros}`]).waitFor();
  expect(await ticket.reply(outcome).locator('[data-action="apply"]').count()).toBe(0);
  expect(await ticket.insert(outcome)).toBe('ok');
  expect(lettersOf(await ticket.composer.innerText())).toBe(promised);
});

/** What Zendesk's preview of a macro holds differs by source, and so does what an untouched composer does. */
test.each(quirkGroups.zendesk.macroPreview)(
  'preview of the macro in the shape %s, composer untouched: word for word',
  async (shape) => {
    const { sandbox } = workbench();
    sandbox.setQuirk('macroPreview', shape);
    sandbox.setQuirk('emptyDraft', 'null');
    const ticket = await prepared('no_account', {});
    expect(await ticket.insert('no_account')).toBe('ok');
    const name = sandbox.scenarios.find(({ id }) => id === 'no_account')!.ticket.requester.name;
    const written = requirements.macros.portal_sign_in_no_account.actions.find(
      ({ field }) => field === 'comment_value_html',
    )!.value;
    const words = written.replace(/\{\{ticket\.requester\.name\}\}/g, name).replace(/<[^>]*>/g, '');
    expect(lettersOf(await ticket.composer.innerText())).toBe(lettersOf(words));
    expect(await ticket.composer.locator('p').count()).toBeGreaterThan(2);
  },
);

test('two presses insert once; a second time only when asked', async () => {
  const ticket = await prepared('wrong_site_reset', {});
  expect(await ticket.insert('wrong_site_reset')).toBe('ok');
  const once = await ticket.composer.innerHTML();
  await ticket.press('wrong_site_reset', 'insert', 'already-inserted');
  expect(await ticket.composer.innerHTML()).toBe(once);
  await ticket.press('wrong_site_reset', 'insert', 'ok');
  expect((await ticket.composer.innerHTML()).length).toBeGreaterThan(once.length * 1.5);
});

test('the whole macro brings its tag along', async () => {
  const ticket = await prepared('unconfirmed', { draft });
  await ticket.press('unconfirmed', 'apply', 'ok');
  await expect(ticket.page.locator('.ticket-head').innerText()).resolves.toMatch(/portal_sign_in/);
  expect(await ticket.composer.innerHTML()).toContain('patience');
});
