/** @jest-environment jsdom */
import { minutes, noon } from '../../fixtures/evidence';
import { ticketPaths } from '../support/fake-zaf';
import { defaultSettings, openApp } from '../support/app-under-test';

const requester = ticketPaths['ticket.requester'] as Record<string, unknown>;
const john = {
  id: 31,
  name: 'John Roe',
  email: 'john.roe@example.com',
  locale: 'de',
  identities: [
    { id: 2, type: 'email', value: 'john.roe@example.com', verified: true, primary: true },
  ],
};

describe('opening a ticket', () => {
  it('asks three questions side by side after one bulk get, and settles', async () => {
    const { zaf, asked, open } = await openApp();
    expect(asked()).toHaveLength(3);
    const firstQuestion = zaf.calls.findIndex(({ call }) => call === 'request');
    const before = zaf.calls.slice(0, firstQuestion).filter(({ call }) => call === 'get');
    expect(before).toHaveLength(1);
    expect(zaf.calls.slice(firstQuestion, firstQuestion + 3).map(({ call }) => call)).toEqual([
      'request',
      'request',
      'request',
    ]);
    expect(open().investigation.diagnosis.verdict).toMatchObject({
      kind: 'settled',
      outcome: 'wrong_site_reset',
    });
    expect(open().replies.map(({ suggestion }) => suggestion.name)).toEqual(['wrong_site_reset']);
  });

  it('is a reseller verdict before Mailgun has said anything', async () => {
    const { open } = await openApp(
      {},
      {
        account: [
          { id: 4, email: 'jane.doe@example.com', login_activated: false, confirmed_at: null },
        ],
        portalResets: 'silent',
        gitlabResets: 'silent',
      },
    );
    expect(open().investigation).toMatchObject({
      running: true,
      diagnosis: { verdict: { kind: 'settled', outcome: 'reseller' } },
    });
  });

  it('says that there is no address, and asks nobody', async () => {
    const { app, asked } = await openApp({
      paths: { 'ticket.requester': { ...requester, email: null, identities: [] } },
    });
    expect(app.getState()).toMatchObject({ kind: 'no-address', found: undefined });
    expect(asked()).toHaveLength(0);
  });

  it('says what stands where an address should, and asks nobody', async () => {
    const { app, asked } = await openApp({
      paths: { 'ticket.requester': { ...requester, email: 'jane.doe at example', identities: [] } },
    });
    expect(app.getState()).toMatchObject({ kind: 'no-address', found: 'jane.doe at example' });
    expect(asked()).toHaveLength(0);
  });

  it('names every broken setting and whether the agent can mend it', async () => {
    const { app, asked } = await openApp({
      settings: { mailgun_region: 'asia' },
      paths: { currentUser: { role: 'admin', locale: 'en' } },
    });
    expect(app.getState()).toMatchObject({ kind: 'settings-broken', isAdmin: true });
    expect(asked()).toHaveLength(0);
  });

  it('asks nothing while nobody can see it, and starts when somebody does', async () => {
    const { app, zaf, clock, asked, open } = await openApp({ paths: { visible: false } });
    expect(app.getState().kind).toBe('starting');
    expect(asked()).toHaveLength(0);

    zaf.fire('app.expanded');
    await clock.advance(0);
    expect(open().investigation.diagnosis.verdict.kind).toBe('settled');
    expect(asked()).toHaveLength(3);
  });

  it('stays quiet where the rules say so, until it is asked', async () => {
    const { app, clock, asked, open } = await openApp({
      settings: { ...defaultSettings, auto_run_tags: 'license_portal' },
    });
    expect(app.getState().kind).toBe('not-of-interest');
    expect(asked()).toHaveLength(0);

    app.runAnyway();
    await clock.advance(0);
    expect(open().investigation.diagnosis.verdict.kind).toBe('settled');
  });

  it('looks into a ticket whose text has a word of the rules, once that has been read', async () => {
    const { app, states, asked } = await openApp({
      settings: { ...defaultSettings, auto_run_words: 'Reset my PASSWORD' },
    });
    expect(app.getState().kind).toBe('open');
    expect(states.map(({ kind }) => kind)).not.toContain('not-of-interest');
    expect(asked().length).toBeGreaterThan(0);
  });

  it.each([
    [
      'has no address, and is given one',
      {},
      { 'ticket.requester': { ...requester, email: null, identities: [] } },
    ],
    ['is left alone by the rules, and comes to match one', { auto_run_words: 'portal access' }, {}],
  ] as const)('does not miss what becomes of a ticket that %s', async (_, settings, paths) => {
    const { app, zaf, clock, asked, open } = await openApp({
      settings: { ...defaultSettings, ...settings },
      paths,
    });
    expect(['no-address', 'not-of-interest']).toContain(app.getState().kind);
    expect(asked()).toHaveLength(0);

    zaf.setPath('ticket.requester', requester);
    zaf.setPath('ticket.subject', 'Portal access');
    zaf.fire('ticket.conversation.changed', []);
    await clock.advance(0);
    expect(open().investigation.diagnosis.verdict.kind).toBe('settled');
  });
});

describe('while the ticket is open', () => {
  it('starts over with the new requester and says so once', async () => {
    const { app, zaf, clock, asked, open } = await openApp({}, { account: 'silent' });
    zaf.setPath('ticket.requester', john);
    zaf.fire('ticket.requester.id.changed', 31);
    await clock.advance(0);

    expect(open()).toMatchObject({
      selected: { address: 'john.roe@example.com' },
      requesterChanged: true,
      requesterLanguage: 'de',
    });
    expect(asked()).toHaveLength(6);
    app.dismissRequesterChange();
    expect(open().requesterChanged).toBe(false);
  });

  it('never shows an answer about the one before', async () => {
    const { zaf, clock, states } = await openApp({}, { account: 'silent' });
    zaf.setPath('ticket.requester', john);
    zaf.fire('ticket.requester.id.changed', 31);
    await clock.advance(60_000);
    const about = states.flatMap((state) =>
      state.kind === 'open'
        ? [[state.selected.address, state.investigation.diagnosis.evidence.address]]
        : [],
    );
    expect(about.filter(([selected, evidence]) => selected !== evidence)).toEqual([]);
    expect(about.at(-1)?.[0]).toBe('john.roe@example.com');
  });

  it('keeps what is known when only the composer changes', async () => {
    const { zaf, clock, asked, open } = await openApp();
    zaf.composer.type = 'internalNote';
    zaf.fire('comment.type.changed', 'internalNote');
    await clock.advance(0);
    expect(open().ticket.composer).toBe('internalNote');
    expect(asked()).toHaveLength(3);
  });

  it('asks nothing in the background, and what is missing when it comes to the front', async () => {
    const { zaf, clock, services, asked, open } = await openApp({}, { gitlabResets: 'silent' });
    zaf.fire('app.deactivated');
    await clock.advance(60_000);
    expect(asked()).toHaveLength(3);

    services.gitlabResets = 1;
    zaf.fire('app.activated');
    await clock.advance(0);
    expect(asked()).toHaveLength(4);
    expect(open().investigation.diagnosis.verdict).toMatchObject({ kind: 'settled' });
  });

  it('asks nothing for a new requester, or for a network that is back, while nobody looks', async () => {
    const { zaf, clock, setOnline, app, asked, open } = await openApp();
    setOnline(false);
    app.refresh();
    await clock.advance(5_000);
    zaf.fire('app.deactivated');
    const before = asked().length;
    setOnline(true);
    zaf.setPath('ticket.requester', john);
    zaf.fire('ticket.requester.id.changed', 31);
    await clock.advance(5_000);
    expect(asked()).toHaveLength(before);

    zaf.fire('app.activated');
    await clock.advance(0);
    expect(asked()).toHaveLength(before + 3);
    expect(open()).toMatchObject({
      requesterChanged: true,
      selected: { address: 'john.roe@example.com' },
    });
  });

  it('stays quiet in a closed tray though its ticket comes to the front', async () => {
    const { zaf, clock, asked } = await openApp({ paths: { visible: false } });
    zaf.fire('app.deactivated');
    zaf.fire('app.activated');
    await clock.advance(0);
    expect(asked()).toHaveLength(0);
    zaf.fire('app.expanded');
    await clock.advance(0);
    expect(asked()).toHaveLength(3);
  });

  it('takes up again by itself when the network is back', async () => {
    const { setOnline, app, clock, open } = await openApp();
    setOnline(false);
    expect(open().offline).toBe(true);
    app.refresh();
    await clock.advance(5_000);
    const settled = { verdict: { kind: 'settled', outcome: 'wrong_site_reset' } };
    expect(open().investigation).toMatchObject({ cutOff: true, diagnosis: settled });

    setOnline(true);
    await clock.advance(0);
    expect(open()).toMatchObject({
      offline: false,
      investigation: { cutOff: false, diagnosis: settled },
    });
  });

  it('leaves no listener and no timer behind', async () => {
    const { app, zaf, clock } = await openApp({}, { account: 'silent' });
    app.close();
    await clock.advance(0);
    expect(zaf.listenerCount()).toBe(0);
    await clock.advance(60_000);
    expect(clock.pending()).toBe(0);
  });

  it('says that Zendesk did not answer, and asks it again when told to', async () => {
    const { app, zaf, clock, open } = await openApp({}, {}, (client) => {
      client.behave('get', { kind: 'rejects', reason: { message: 'gone' } });
    });
    expect(app.getState()).toMatchObject({
      kind: 'zendesk-failed',
      failure: { source: 'zendesk', kind: 'rejected' },
    });

    zaf.behave('get', { kind: 'normal' });
    app.refresh();
    await clock.advance(0);
    expect(open().investigation.diagnosis.verdict.kind).toBe('settled');
  });
});

describe('choosing an address', () => {
  it('checks another address without telling the customer about it', async () => {
    const { app, clock, open } = await openApp({}, { account: [] });
    expect(app.selectAddress('someone.else@example.com')).toEqual({ ok: true });
    await clock.advance(0);
    expect(open().selected).toMatchObject({ origin: 'typed', own: false });
    expect(open().replies.map(({ suggestion }) => suggestion)).toEqual([
      { name: 'verify_ownership', role: 'neutral' },
    ]);
  });

  it('knows an address that was typed and is the requester’s own', async () => {
    const { app, open } = await openApp();
    app.selectAddress(' JANE.DOE@example.com ');
    expect(open().selected).toMatchObject({ origin: 'requester', own: true });
  });

  it('asks again about the same address, and keeps what was answered by hand', async () => {
    const { app, clock, asked, open } = await openApp(
      {},
      { account: [{ id: 4, email: 'jane.doe@example.com', confirmed_at: null }] },
    );
    app.answerByHand('login', 'off');
    app.selectAddress('Jane.Doe@example.com');
    await clock.advance(0);
    expect(asked().length).toBeGreaterThan(3);
    expect(open().investigation.diagnosis.facts.login).toMatchObject({ value: 'off', by: 'hand' });

    app.selectAddress('someone.else@example.com');
    expect(open().investigation.diagnosis.evidence.byHand).toEqual({});
  });

  it('withholds the replies when the reply may go to another address as well', async () => {
    const { zaf, clock, open } = await openApp();
    const [identity] = requester['identities'] as Record<string, unknown>[];
    const other = { ...identity, id: 3, value: 'added@example.com', verified: false };
    zaf.setPath('ticket.requester', { ...requester, identities: [identity, other] });
    zaf.fire('comment.type.changed', 'publicReply');
    await clock.advance(0);
    expect(open().disclosure).toEqual({
      kind: 'closed',
      why: { kind: 'others-unverified', addresses: ['added@example.com'] },
    });
    expect(open().replies.map(({ suggestion }) => suggestion.name)).toEqual(['verify_ownership']);

    zaf.setPath('ticket.requester', requester);
    zaf.fire('comment.type.changed', 'publicReply');
    await clock.advance(0);
    expect(open().replies.map(({ suggestion }) => suggestion.name)).toEqual(['wrong_site_reset']);
  });

  it('keeps a typed address that is nobody’s', async () => {
    const { app, zaf, clock, open } = await openApp();
    app.selectAddress('someone.else@example.com');
    zaf.fire('ticket.submit.done', undefined);
    await clock.advance(0);
    expect(open().selected).toEqual({
      address: 'someone.else@example.com',
      origin: 'typed',
      own: false,
    });
    expect(open().candidates).toContainEqual(open().selected);
  });

  it('offers what the ticket’s text names once it has been searched, and what it names later', async () => {
    const { zaf, clock, open } = await openApp();
    const offered = () => open().candidates.map(({ address }) => address);
    zaf.setPath('ticket.description', 'It is old.jane@example.com, I think.');
    zaf.fire('comment.type.changed', 'publicReply');
    await clock.advance(0);
    expect(offered()).toContain('old.jane@example.com');
    zaf.setPath('ticket.description', 'No: jane@work.example.com.');
    zaf.fire('comment.type.changed', 'publicReply');
    await clock.advance(0);
    expect(offered()).toContain('jane@work.example.com');
  });

  it('links to no account where the answer states no id', async () => {
    const row = { email: 'jane.doe@example.com', login_activated: true, confirmed_at: null };
    const { open } = await openApp({}, { account: [row] });
    expect(open().links).toMatchObject({
      customersdotAccount: undefined,
      customersdotHistory: undefined,
    });
  });

  it('counts the logs’ lag from the customer’s last message', async () => {
    const { zaf, clock, open, asked } = await openApp();
    const cautions = () => open().investigation.diagnosis.cautions.map(({ id }) => id);
    expect(cautions()).not.toContain('logs_lag');
    zaf.setPath('ticket.conversation', [
      { author: { role: 'end-user' }, timestamp: new Date(noon - minutes(2)).toISOString() },
    ]);
    zaf.fire('ticket.conversation.changed', undefined);
    await clock.advance(0);
    expect(cautions()).toContain('logs_lag');
    expect(asked()).toHaveLength(3);
  });

  it('says what is wrong with what was typed, and asks nobody', async () => {
    const { app, asked } = await openApp();
    expect(app.selectAddress('{{setting.mailgun_api_key}}')).toMatchObject({ ok: false });
    expect(asked()).toHaveLength(3);
  });
});
