/** @jest-environment jsdom */
import { bundledReply } from '../../src/replies/compose-reply';
import { isGreeting, withoutGreeting } from '../../src/shared/sanitise';
import { createComposer } from '../../src/zendesk/composer';
import { catalogues } from '../replies/all-replies';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf } from '../support/fake-zaf';

const macro = {
  html: '<p>Hello Dana,</p><p>Please sign in again.</p>',
  text: 'Hello Dana,\n\nPlease sign in again.',
  unresolved: [],
};

/** What stands in the composer once the reply is in it, on a channel with markup (`email`) or without. */
async function inserted(draft: string, channel: string, reply = macro): Promise<string> {
  const clock = createFakeClock(0);
  const client = createFakeZaf({ draft, channel, richText: channel === 'email' });
  const expected = { ticketId: 35436, requesterId: 20978, channel };
  const inserting = createComposer(client, clock).insert(reply, expected);
  await clock.advance(60_000);
  expect((await inserting).result).toMatchObject({ ok: true });
  return client.composer.draft;
}

describe('below a draft that begins with a greeting there is no second one', () => {
  it.each([
    ['email', '<p>Hi Dana,</p><p>I had a look at your account.</p>'],
    ['email', '<div>Guten Tag Frau Draft,<br>ich habe nachgesehen.</div>'],
    ['sms', 'Hi Dana,\nI had a look at your account.'],
    ['sms', 'ダナ 様\n確認しました。'],
  ])('on %s: %s', async (channel, draft) => {
    const written = await inserted(draft, channel);
    expect(written).toContain('Please sign in again.');
    expect(written).not.toContain('Hello Dana');
  });

  it.each([
    ['email', ''],
    ['email', '<p>I had a look at your account.</p>'],
    ['email', '<p>High load kept our servers busy.</p>'],
    ['sms', 'I had a look at your account.'],
  ])('and where there is none the reply keeps its own, on %s: "%s"', async (channel, draft) => {
    expect(await inserted(draft, channel)).toContain('Hello Dana,');
  });

  it.each(catalogues)('the app’s own text in $language, with a name and without', (words) => {
    for (const requesterName of ['Jane Doe', '']) {
      const how = { language: words.language, why: 'missing', requesterName } as const;
      const reply = bundledReply(words, { name: 'reseller', ...how });
      const rest = withoutGreeting(reply);
      expect(isGreeting(reply.text)).toBe(true);
      expect(isGreeting(rest.text)).toBe(false);
      expect(rest.text.startsWith(words.opening)).toBe(true);
      expect(reply.html.endsWith(rest.html)).toBe(true);
      expect(reply.text.endsWith(rest.text)).toBe(true);
    }
  });

  it('a reply that is all greeting, or none, is kept whole', () => {
    for (const html of [
      '<p>Hello Dana,</p>',
      '<p>Hello,<br>sign in.</p>',
      '<p>One.</p><p>Two.</p>',
    ]) {
      const reply = { html, text: 'x' };
      const kept = withoutGreeting(reply);
      expect(kept.html).toContain(html.includes('One') ? 'One.' : 'Hello');
    }
  });
});
