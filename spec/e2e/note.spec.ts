import english from '../../translations/panel/en.json';
import englishReplies from '../../translations/replies/en.json';
import germanReplies from '../../translations/replies/de.json';
import { allSent } from './support/app-view';
import { lettersOf } from './support/letters';
import type { OpenedTicket } from './support/opened-ticket';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();
const press = (ticket: OpenedTicket, name: string): Promise<void> =>
  ticket.app.getByRole('button', { name, exact: true }).click();
const editor = (ticket: OpenedTicket) =>
  ticket.app.getByRole('textbox', { name: english['note.text'] });
const postNote = (ticket: OpenedTicket) => ticket.app.locator('[data-action="post-note"]');
const posted = (ticket: OpenedTicket) =>
  ticket.app.getByText(/^Posted as an internal note/).first();
const comments = (ticket: OpenedTicket) => ticket.page.locator('.conversation > li');

/** What was copied, as it comes out where it is pasted. */
async function pasted(ticket: OpenedTicket): Promise<string> {
  await ticket.app.getByText(english['reply.copied']).first().waitFor();
  await ticket.composer.fill('');
  await ticket.page.keyboard.press('Control+v');
  return ticket.composer.innerText();
}

describe('internal note', () => {
  test('looked at, posted, private; the draft as it was', async () => {
    const { sandbox, open } = workbench();
    const ticket = await open('existing_draft');
    await ticket.findings();
    const draft = await ticket.composer.innerHTML();
    const before = await comments(ticket).count();

    await press(ticket, english['note.edit_long']);
    await editor(ticket).waitFor();
    expect(await comments(ticket).count()).toBe(before);
    const promised = await editor(ticket).inputValue();
    expect(promised).toContain('dana.draft@example.com');
    expect(promised).toContain(english['outcome.unconfirmed']);

    await postNote(ticket).click();
    await posted(ticket).waitFor();
    const comment = comments(ticket).nth(before);
    await comment.waitFor();
    expect(await comments(ticket).count()).toBe(before + 1);
    expect(await comment.getAttribute('data-public')).toBe('false');
    // As markup the marks of its lists are the browser's, and its links have names.
    const said = lettersOf(await comment.locator('.comment-text').innerText());
    const lines = promised.split('\n').filter((line) => line !== '' && !line.includes('https://'));
    expect(lines.filter((line) => !said.includes(lettersOf(line.replace(/^- /, ''))))).toEqual([]);

    expect(await ticket.composer.innerHTML()).toBe(draft);
    expect(await ticket.page.locator('.composer').getAttribute('data-type')).toBe('publicReply');
    const html = await comment.innerHTML();
    expect(sandbox.secrets.filter((secret) => html.includes(secret))).toEqual([]);
    expect(html).not.toContain('{{');
    // The preview goes, and the keyboard is where it was.
    expect(await editor(ticket).count()).toBe(0);
    await expect(ticket.app.locator(':focus').innerText()).resolves.toBe(english['note.edit']);
  });

  test('put away again: nothing is posted', async () => {
    const { sandbox, open } = workbench();
    const ticket = await open('reseller');
    await ticket.findings();
    await press(ticket, english['note.edit_long']);
    await editor(ticket).waitFor();
    await press(ticket, english['note.close']);
    expect(await editor(ticket).count()).toBe(0);
    await allSent(ticket.page);
    expect(
      sandbox.requests().filter(({ method, via }) => via === 'zendesk-api' && method !== 'GET'),
    ).toEqual([]);
  });

  test('two presses post one; a page that was loaded anew asks before another', async () => {
    const ticket = await workbench().open('reseller');
    await ticket.findings();
    await press(ticket, english['note.edit_long']);
    await postNote(ticket).dblclick();
    await posted(ticket).waitFor();
    await allSent(ticket.page);
    const notes = ticket.page.locator('.conversation > [data-public="false"]');
    expect(await notes.count()).toBe(1);

    await ticket.page.locator('[data-action="reload-app"]').click();
    await ticket.findings();
    await postNote(ticket).click();
    const question = english['note.failed.already-posted'].replace(/\{time.*/, '');
    await ticket.app.getByText(question).first().waitFor();
    expect(await notes.count()).toBe(1);
    await postNote(ticket).click();
    await posted(ticket).waitFor();
    expect(await notes.count()).toBe(2);
  });

  test('offline nothing is posted, and no other Zendesk is spoken of; back online the next press posts', async () => {
    const { open } = workbench();
    const ticket = await open('wrong_site_reset');
    await ticket.findings();
    const before = await comments(ticket).count();
    const offline = ticket.page.locator('[data-control="offline"]');
    await offline.check();
    await postNote(ticket).click();
    await ticket.app.getByText(english['note.failed.unread']).first().waitFor();
    expect(await ticket.app.getByText(english['note.failed.shared-ticket']).count()).toBe(0);
    expect(await postNote(ticket).innerText()).toBe(english['note.post']);

    await offline.uncheck();
    await postNote(ticket).click();
    await posted(ticket).waitFor();
    expect(await comments(ticket).count()).toBe(before + 1);
  });

  test('a ticket not saved yet: said, and copied instead', async () => {
    const ticket = await workbench().open('unsaved');
    await ticket.findings();
    await press(ticket, english['note.edit_long']);
    const promised = await editor(ticket).inputValue();
    await postNote(ticket).click();
    await ticket.app.getByText(english['note.failed.unsaved-ticket']).first().waitFor();
    await ticket.app.getByRole('button', { name: english['note.copy_long'] }).click();
    const text = await pasted(ticket);
    expect(text).toContain('nora.new@example.com');
    expect(text).toContain(english['outcome.wrong_site_reset']);
    expect(lettersOf(text)).toContain(lettersOf(promised).slice(0, 60));
  });

  test('what was answered by hand is marked', async () => {
    const ticket = await workbench().open('null_flag');
    await ticket.findings();
    await ticket.app.locator('[data-action="answer"]').first().click();
    await ticket.app.locator('[data-hand="login=off"]').click();
    // The reply comes in above: whoever presses waits until it stands.
    await ticket.reply('reseller').locator('[data-action="insert"]').waitFor();
    await ticket.findings();
    await press(ticket, english['note.edit_long']);
    await editor(ticket).waitFor();
    expect(await editor(ticket).inputValue()).toMatch(/Entered by hand/);
  });
});

describe('replies', () => {
  test('all of several causes: one message, one greeting, one closing', async () => {
    const ticket = await workbench().open('several_causes');
    const { replies } = await ticket.findings();
    expect(replies.length).toBeGreaterThan(1);
    await ticket.app
      .locator('[data-action="insert"]')
      .nth(replies.length - 1)
      .waitFor();
    await ticket.app.locator('[data-action="insert-all"]').click();
    await ticket.app.locator('[data-result="ok"]').first().waitFor();
    const written = await ticket.composer.innerText();
    expect(written.split(englishReplies.opening)).toHaveLength(2);
    expect(written.match(/^(Hi|Hello|Dear)\b/gm)).toHaveLength(1);

    await ticket.app.locator('[data-action="insert-all"]').click();
    await ticket.app.locator('[data-result="already-inserted"]').waitFor();
    expect(await ticket.composer.innerText()).toBe(written);
  });

  test('in the language that the engineer picks, and back to the macro’s words', async () => {
    const ticket = await workbench().open('wrong_site_reset');
    await ticket.findings();
    const reply = ticket.reply('wrong_site_reset');
    const language = ticket.app.getByLabel(english['reply.language']);
    await reply.locator('[data-action="apply"]').waitFor();
    await language.selectOption('de');
    await reply.getByRole('button', { name: english['reply.show_all'] }).click();
    await reply.getByText(english['reply.why.language']).waitFor();
    expect(await ticket.insert('wrong_site_reset')).toBe('ok');
    const written = await ticket.composer.innerText();
    expect(written).toContain('Wanda');
    expect(written).toContain(germanReplies.replies.wrong_site_reset.found.slice(0, 60));
    await language.selectOption('');
    await reply.getByText(english['reply.why.language']).waitFor({ state: 'hidden' });
  });

  test('the language of a customer who speaks German is offered by name', async () => {
    const ticket = await workbench().open('german');
    await ticket.findings();
    await ticket.app
      .getByLabel(english['reply.language'])
      .selectOption({ label: 'The customer’s (Deutsch)' });
    const reply = ticket.reply('wrong_site_reset');
    await reply.getByRole('button', { name: english['reply.show_all'] }).click();
    await reply.getByText(english['reply.why.language']).waitFor();
    expect(await ticket.insert('wrong_site_reset')).toBe('ok');
    expect(await ticket.composer.innerText()).toContain('Jürgen');
  });

  test('copied: the words of the preview, nothing in the composer', async () => {
    const ticket = await workbench().open('no_reset_mail');
    await ticket.findings();
    const reply = ticket.reply('no_reset_mail');
    await reply.locator('[data-action="copy"]').waitFor();
    const promised = lettersOf(await reply.getByRole('group').first().innerText());
    await reply.locator('[data-action="copy"]').click();
    await ticket.app.getByText(english['reply.copied']).first().waitFor();
    expect((await ticket.composer.innerText()).trim()).toBe('');
    const text = await pasted(ticket);
    expect(lettersOf(text)).toContain(promised.slice(0, 60));
    expect(text).not.toMatch(/<\/?[a-z]+>/);
  });
});
