/** @jest-environment jsdom */
import { openApp, type AppUnderTest } from '../support/app-under-test';
import { ticketPaths, type FakeZaf, type FakeZafOptions } from '../support/fake-zaf';

/** Zendesk was asked to put a reply in, and nobody can say whether it is there. */

const requester = ticketPaths['ticket.requester'] as Record<string, unknown>;
const joe = { ...requester, id: 99, email: 'john.roe@example.com', identities: [] };
const mallory = { id: 31, name: 'Mal Ory', email: 'mal.ory@example.net', role: 'end-user' };

type Meanwhile = (zaf: FakeZaf) => void;

/** `meanwhile`: happens once the editor has been given the reply. */
async function asked(meanwhile: Meanwhile, options: FakeZafOptions = {}) {
  const bench = await openApp(options);
  const { app, zaf, clock, open } = bench;
  const [first] = open().replies;
  if (first?.text.state !== 'ready') throw new Error('There are no words yet.');
  const { reply } = first.text;
  const usual = zaf.composer.rewrite;
  zaf.composer.rewrite = (html) => {
    zaf.composer.rewrite = usual;
    void Promise.resolve().then(() => {
      meanwhile(zaf);
    });
    return usual(html);
  };
  const insert = async (again = false) => {
    const inserting = app.insertReply(reply, { again });
    await clock.advance(2_000);
    return inserting;
  };
  const result = await insert();
  async function write(draft: string): Promise<void> {
    zaf.composer.draft = draft;
    zaf.fire('comment.text.changed');
    await clock.advance(1_000);
  }
  return { ...bench, result, insert, write, inserted: () => open().replies[0]?.inserted };
}

async function save({ zaf, clock }: AppUnderTest): Promise<unknown> {
  const answer = zaf.ask('ticket.save');
  await clock.advance(2_500);
  return (await answer)[0];
}

const slow: Meanwhile = ({ composer }) => {
  composer.draft = '';
};
const maybe = (why: string) => ({ ok: false, failure: { kind: 'may-be-in-composer', why } });

describe('the requester changed in that instant', () => {
  const change: Meanwhile = (zaf) => {
    zaf.setPath('ticket.requester', joe);
  };

  it('is said, and about whom, held on Submit, and taken out once it has been found', async () => {
    const bench = await asked(change, { draft: '<p>Hi</p>' });
    const { result, open, zaf, clock, app } = bench;
    expect(result).toEqual(maybe('requester-changed'));
    const about = { about: 'jane.doe@example.com', ofAnother: true };
    expect(await save(bench)).toMatch(/reply about jane\.doe@example\.com .*somebody else now/);
    // The ticket is opened anew for the other requester, and the draft read again.
    expect(open().leftover).toMatchObject({ ...about, sure: true, canTakeOut: true });
    const taking = app.takeOut();
    await clock.advance(5_000);
    expect(await taking).toEqual({ ok: true, value: undefined });
    expect(zaf.composer.draft).toBe('<p>Hi</p>');
    expect(open().leftover).toBeUndefined();
  });
});

describe('the editor was slow', () => {
  it('is said, and asked before it is put in again', async () => {
    const { result, inserted, insert } = await asked(slow);
    expect(result).toEqual(maybe('not-in-composer'));
    expect(inserted()).toMatchObject({ where: 'maybe', canTakeOut: false });
    expect(await insert()).toMatchObject({ failure: { kind: 'maybe-inserted' } });
    expect(await insert(true)).toMatchObject({ ok: true });
  });

  it('ends with a sure reading without it, and is known again when it comes', async () => {
    const { inserted, clock, write, zaf } = await asked(slow);
    const [[html]] = zaf.invoked('ticket.editor.insert') as [[string]];
    await clock.advance(10_000);
    expect(inserted()).toBeUndefined();
    await write(html);
    expect(inserted()).toMatchObject({ where: 'composer', canTakeOut: true });
  });

  it('and what reads it changed: it is held on Submit, also unread', async () => {
    const bench = await asked(slow);
    bench.zaf.setPath('ticket.collaborators', [mallory]);
    bench.zaf.behave('get', { kind: 'silent' }, 'comment.text');
    expect(await save(bench)).toMatch(/may be in the composer.*did not say once more who reads it/);
    bench.zaf.behave('get', { kind: 'normal' }, 'comment.text');
    expect(await save(bench)).toBe(true);
  });

  it('saved like that, it is not said to have been sent', async () => {
    const bench = await asked(slow);
    bench.zaf.behave('get', { kind: 'silent' }, 'comment.text');
    await save(bench);
    bench.zaf.fire('ticket.submit.done');
    await bench.clock.advance(1_000);
    expect(bench.inserted()).toMatchObject({ where: 'maybe-sent' });
  });
});

describe('one odd reading', () => {
  it.each<[string, string, unknown]>([
    ['the number of the ticket is not told', 'ticket.id', undefined],
    ['it is an internal note', 'comment.type', 'internalNote'],
    ['it is another channel', 'ticket.editor.targetChannel', { name: 'whatsapp' }],
  ])('where %s forgets no reply, and the next finds it', async (_, path, odd) => {
    const bench = await asked(() => undefined);
    const { zaf, clock, write, inserted, open } = bench;
    const { draft, paths } = zaf.composer;
    expect(inserted()).toMatchObject({ where: 'composer' });
    zaf.composer.paths = () => ({ ...paths(), [path]: odd, 'comment.text': '' });
    if (path === 'ticket.id') zaf.setPath(path, odd);
    await write('');
    await clock.advance(1_000);
    expect(inserted() ?? open().leftover).not.toMatchObject({ where: 'composer' });

    zaf.composer.paths = paths;
    if (path === 'ticket.id') zaf.setPath(path, 35436);
    await write(draft);
    expect(inserted()).toMatchObject({ where: 'composer', canTakeOut: true });
    zaf.setPath('ticket.collaborators', [mallory]);
    expect(await save(bench)).toMatch(/Mal Ory/);
  });

  it('nor one that finds it deleted, where it is put back unseen', async () => {
    const bench = await asked(() => undefined);
    const { zaf, write, inserted } = bench;
    const { draft } = zaf.composer;
    await write('');
    expect(inserted()).toBeUndefined();
    // No event tells of it.
    zaf.composer.draft = draft;
    zaf.setPath('ticket.collaborators', [mallory]);
    expect(await save(bench)).toMatch(/Mal Ory/);
    expect(await save(bench)).toBe(true);
    zaf.fire('ticket.submit.done');
    expect(inserted()).toMatchObject({ where: 'sent' });
  });
});

it('deleted after Zendesk refused to save, it is gone at once', async () => {
  const bench = await asked(() => undefined);
  expect(await save(bench)).toBe(true);
  bench.zaf.fire('ticket.submit.fail');
  await bench.write('<p>Never mind.</p>');
  expect(bench.inserted()).toBeUndefined();
});

it('deleted and saved at once, it is not said to have been sent', async () => {
  const bench = await asked(() => undefined);
  bench.zaf.composer.draft = '<p>Never mind.</p>';
  bench.zaf.fire('comment.text.changed');
  expect(await save(bench)).toBe(true);
  bench.zaf.fire('ticket.submit.done');
  await bench.clock.advance(1_000);
  expect(bench.inserted()).toBeUndefined();
});

it('saved while it is being put in, it may have been sent', async () => {
  const bench = await asked((zaf) => {
    zaf.fire('ticket.submit.done');
  });
  expect(bench.result).toMatchObject({ ok: true });
  expect(bench.inserted()).toMatchObject({ where: 'maybe-sent' });
});

it('a reply of another channel than the ticket has now is still named', async () => {
  const { open, zaf, clock } = await asked(() => undefined);
  zaf.setPath('ticket.editor.targetChannel', { name: 'whatsapp', sessionBased: true });
  zaf.fire('ticket.editor.targetChannel.changed');
  await clock.advance(5_000);
  expect(open().replies.map(({ suggestion }) => suggestion.name)).toEqual(['verify_ownership']);
  expect(open().leftover).toMatchObject({ about: 'jane.doe@example.com', ofAnother: false });
});

it('a macro that writes something else than its preview is said to, and is not taken out: nobody knows whose words they are', async () => {
  const path = 'requirement:portal_sign_in_wrong_site_reset';
  const macros = { 5: '<p>Your account is disabled.</p>' };
  const bench = await openApp(
    { macros, paths: { [path]: { requirement_id: 5 } } },
    { macro: '<p>Hello Jane</p>' },
  );
  const { app, clock, open, zaf } = bench;
  const [first] = open().replies;
  if (first?.text.state !== 'ready') throw new Error('There are no words yet.');
  const applying = app.applyMacro(first.text.reply, { again: false });
  await clock.advance(5_000);
  expect(await applying).toEqual({ ok: true, value: { format: 'rich', otherWords: true } });
  expect(open().replies).toMatchObject([{ inserted: { otherWords: true, canTakeOut: false } }]);
  const taking = app.takeOut();
  await clock.advance(5_000);
  expect(await taking).toMatchObject({ ok: false });
  expect(zaf.composer.draft).toBe('<p>Your account is disabled.</p>');
});
