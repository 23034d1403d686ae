/** @jest-environment jsdom */
import fc from 'fast-check';
import { unaskedEvidence } from '../../fixtures/evidence';
import { type Address, parseAddress } from '../../src/address/address';
import { bundledReply, fitToTicket, replyFromMacro } from '../../src/replies/compose-reply';
import type { ReplyName } from '../../src/shared/reply';
import { replyNames } from '../../src/shared/reply';
import { suggestReplies } from '../../src/replies/suggest';
import { openApp } from '../support/app-under-test';
import { ticketPaths } from '../support/fake-zaf';
import { runs } from '../support/runs';
import { anyAddress, anyVerdict, candidate, closed, diagnosis, open } from './a-diagnosis';
import { catalogues, english } from './all-replies';

const billing = 'billing@example.com' as Address;
const requester = ticketPaths['ticket.requester'] as Record<string, unknown>;
const verified = { id: 1, type: 'email', value: 'jane.doe@example.com', verified: true };

const bundled = (name: ReplyName, about?: Address, words = english) =>
  bundledReply(words, {
    name,
    about,
    language: words.language,
    why: 'missing',
    requesterName: 'Jane Doe',
  });

const macroOf = (name: ReplyName, html: string) =>
  replyFromMacro(name, { macroId: 7, title: 'Ours', html, ownMacro: false }, 'Jane Doe');

/** Local parts with whatever means something to a template, a link or a replacement. */
const anyAbout = fc
  .array(fc.constantFrom('jane', '.', '+', '{{', '{reset_url}', '$&', '$1', '%', '#', '&amp;'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => `a${parts.join('')}@example.com`)
  .map((text) => parseAddress(text))
  .filter((parsed) => parsed.ok)
  .map(({ value }) => value);

describe('a reply about another address than the customer writes from', () => {
  it.each(catalogues.map((words) => [words.language, words] as const))(
    'names it before anything of its own: %s',
    (_language, words) => {
      for (const name of replyNames) {
        const without = bundled(name, undefined, words);
        const { text, unresolved } = bundled(name, billing, words);
        const [greeting, opening, named = '', ...own] = text.split('\n\n');
        expect(named.split(billing)).toHaveLength(2);
        expect([greeting, opening, ...own].join('\n\n')).toBe(without.text);
        expect(unresolved).toEqual([]);
      }
    },
  );

  it('makes nothing of an address but its letters', () => {
    fc.assert(
      fc.property(anyAbout, fc.constantFrom(...replyNames), (about, name) => {
        const without = bundled(name);
        const { html, text, unresolved } = bundled(name, about);
        expect(unresolved).toEqual([]);
        expect(html.match(/<a /g)?.length).toBe(without.html.match(/<a /g)?.length);
        expect(text.replaceAll(' ', '')).toContain(about);
      }),
      { numRuns: runs(300, 10_000) },
    );
  });

  it.each(replyNames)(
    'is named by the app’s own macro, where its text is unchanged: %s',
    (name) => {
      const { html: written } = bundled(name);
      const reply = fitToTicket(macroOf(name, written), english, { about: billing });
      expect(reply.html).toBe(bundled(name, billing).html);
      expect(reply.text).toBe(bundled(name, billing).text);
      expect(reply.macroIs).toEqual({ fitted: { written } });

      const edited = macroOf(name, written.replace(/ you/, ' You'));
      expect(fitToTicket(edited, english, { about: billing }).html).not.toBe(edited.html);
      const own = macroOf(name, '<p>Call us.</p>');
      expect(fitToTicket(own, english, { about: billing })).toEqual({ ...own, macroIs: 'general' });
    },
  );

  it('is named wherever something is said of it, and never by the neutral reply', () => {
    fc.assert(
      fc.property(
        anyVerdict,
        anyAddress,
        candidate(true),
        fc.constantFrom(open, closed),
        (verdict, address, picked, disclosure) => {
          const found = diagnosis({ verdict, evidence: unaskedEvidence({ address }) });
          const named = picked.origin === 'requester' ? undefined : picked.address;
          for (const reply of suggestReplies(found, picked, disclosure, true)) {
            expect(reply.about).toBe(reply.role === 'neutral' ? undefined : named);
          }
        },
      ),
      { numRuns: runs(500, 10_000) },
    );
  });
});

test('of two addresses of the same result each has its own words', async () => {
  const second = { ...verified, id: 2, value: billing };
  const paths = { 'ticket.requester': { ...requester, identities: [verified, second] } };
  const { app, clock, open: shown } = await openApp({ paths }, { account: [] });
  const words = () =>
    shown().replies.map(({ suggestion: { name }, text }) => [
      name,
      text.state === 'ready' && text.reply.text.includes(billing),
    ]);
  expect(words()).toEqual([['no_account', false]]);

  app.selectAddress(billing);
  await clock.advance(60_000);
  expect(words()).toEqual([['no_account', true]]);

  app.selectAddress(verified.value);
  await clock.advance(60_000);
  expect(words()).toEqual([['no_account', false]]);
});
