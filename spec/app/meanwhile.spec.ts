/** @jest-environment jsdom */
import { type AppUnderTest, openApp } from '../support/app-under-test';
import { ticketPaths } from '../support/fake-zaf';

const mallory = { id: 31, name: 'Mal Ory', email: 'mal.ory@example.net', role: 'end-user' };
const macroOf = (name: string) => ({
  [`requirement:portal_sign_in_${name}`]: { requirement_id: 5 },
});

function first({ open }: AppUnderTest) {
  const [reply] = open().replies;
  if (reply?.text.state !== 'ready') throw new Error('There are no words yet.');
  return reply.text.reply;
}

async function save({ zaf, clock }: AppUnderTest): Promise<unknown> {
  const [answer] = await after(2_500, clock, zaf.ask('ticket.save'));
  return answer;
}

async function after<T>(ms: number, clock: AppUnderTest['clock'], work: Promise<T>): Promise<T> {
  await clock.advance(ms);
  return work;
}

const insert = (app: AppUnderTest) =>
  after(5_000, app.clock, app.app.insertReply(first(app), { again: false }));

it('two presses of Submit at once are both held: neither passes before the engineer was told', async () => {
  const bench = await openApp();
  await insert(bench);
  bench.zaf.setPath('ticket.collaborators', [mallory]);
  const answers = [bench.zaf.ask('ticket.save'), bench.zaf.ask('ticket.save')];
  await bench.clock.advance(2_500);
  for (const [answer] of await Promise.all(answers)) {
    expect(answer).toMatch(/Mal Ory/);
  }
  expect(await save(bench)).toBe(true);
});

it('a reply that was edited and stayed after the ticket was saved is judged by the next Submit', async () => {
  const bench = await openApp();
  const { zaf, clock } = bench;
  await insert(bench);
  zaf.composer.draft = zaf.composer.draft
    .replace('Hello', 'Dear Hello')
    .replace('</p>', ' too</p>');
  zaf.fire('comment.text.changed');
  await clock.advance(1_000);
  zaf.fire('ticket.submit.done');
  await clock.advance(2_000);
  zaf.fire('comment.text.changed');
  await clock.advance(40_000);
  zaf.setPath('ticket.collaborators', [mallory]);
  expect(await save(bench)).toMatch(/Mal Ory/);
});

it('the neutral reply’s macro that writes something else is no neutral reply, whoever came meanwhile', async () => {
  const another = { id: 2, type: 'email', value: 'b@example.net', verified: false };
  const requester = ticketPaths['ticket.requester'] as { readonly identities: readonly object[] };
  const bench = await openApp(
    {
      macros: { 5: '<p>Your login is disabled because you bought from a reseller.</p>' },
      paths: {
        ...macroOf('verify_ownership'),
        'ticket.requester': { ...requester, identities: [...requester.identities, another] },
      },
    },
    { macro: '<p>Please verify that it is you.</p>' },
  );
  const { app, zaf, clock } = bench;
  const usual = zaf.composer.invoke;
  zaf.composer.invoke = (action, args) => {
    if (action === 'macro') zaf.setPath('ticket.collaborators', [mallory]);
    return usual(action, args);
  };
  expect(first(bench).name).toBe('verify_ownership');
  await after(5_000, clock, app.applyMacro(first(bench), { again: false }));
  expect(await save(bench)).toMatch(/Mal Ory/);
});

it('a macro of the neutral reply that is still being applied is judged: nobody knows what it writes', async () => {
  const bench = await openApp(
    {
      macros: { 5: '<p>Your portal account is unconfirmed.</p>' },
      paths: { ...macroOf('verify_ownership'), 'saved.requester': 99 },
    },
    { macro: '<p>Please verify that it is you.</p>' },
  );
  bench.zaf.behave('invoke', { kind: 'silent' });
  const applying = bench.app.applyMacro(first(bench), { again: false });
  await bench.clock.advance(500);
  expect(await save(bench)).toMatch(/saved with another requester/);
  await after(60_000, bench.clock, applying);
});

it('a word for strangers about our words is none for the words that a macro brings', async () => {
  const bench = await openApp({
    paths: { 'ticket.collaborators': [mallory], ...macroOf('wrong_site_reset') },
  });
  const { app, clock, services } = bench;
  const refused = await insert(bench);
  if (refused.ok || refused.failure.kind !== 'strangers') throw new Error('Nobody was named.');
  services.macro = '<p>Entirely other words of an admin.</p>';
  app.refresh();
  await clock.advance(10_000);
  expect(first(bench).text).toContain('Entirely other words');
  const pressed = app.insertReply(first(bench), { again: false, confirmed: refused.failure });
  expect(await after(5_000, clock, pressed)).toMatchObject({ failure: { kind: 'strangers' } });
});
