/** @jest-environment jsdom */
import fc from 'fast-check';
import { unaskedEvidence } from '../../fixtures/evidence';
import { areAnswersPrivate, mayDisclose } from '../../src/replies/may-disclose';
import { bundledReply } from '../../src/replies/compose-reply';
import { suggestReplies } from '../../src/replies/suggest';
import { type Readers, replyNames } from '../../src/shared/reply';
import { openApp } from '../support/app-under-test';
import type { FakeZafOptions } from '../support/fake-zaf';
import { runs } from '../support/runs';
import { anyAddress, anyVerdict, diagnosis, own } from './a-diagnosis';
import { catalogues, english } from './all-replies';
import { allReaders, readers } from './some-readers';

const reading = (change: Partial<Readers>) => areAnswersPrivate(readers(change));

describe('what a customer answers', () => {
  it.each<[string, Partial<Readers>, boolean]>([
    ['a mail', { channel: 'email' }, true],
    ['a form that is answered by mail', { channel: 'web' }, true],
    ['a public wall', { channel: 'facebook' }, false],
    ['a chat', { channel: 'native_messaging' }, false],
    ['nobody knows which channel', { channel: undefined }, false],
    ['a problem ticket', { isProblem: true, copies: undefined }, false],
    ['nobody knows who is in copy', { copies: undefined }, false],
  ])('on %s', (_what, change, isPrivate) => {
    expect(reading(change)).toBe(isPrivate);
  });

  it('is not private while nobody has read who reads', () => {
    expect(areAnswersPrivate(undefined)).toBe(false);
  });
});

describe('the reply that is offered where others read what is answered', () => {
  it('asks for no proof there, whoever reads, whatever was found, in every language', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyVerdict, anyAddress, allReaders, (verdict, address, who) => {
        const isPrivate = areAnswersPrivate(who);
        const found = diagnosis({ verdict, evidence: unaskedEvidence({ address }) });
        const suggested = suggestReplies(found, own, mayDisclose(own.address, who), isPrivate);
        if (isPrivate) return;
        seen += 1;
        expect(suggested).toEqual([
          { name: 'verify_ownership', reason: 'read-by-others', role: 'neutral' },
        ]);
      }),
      { numRuns: runs(500, 10_000) },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it.each(catalogues)('says in $language to write elsewhere, and what not to post', (words) => {
    const { text, html } = bundledReply(words, {
      name: 'verify_ownership',
      reason: { reason: 'read-by-others' },
      language: words.language,
      why: 'missing',
      requesterName: 'Jane',
    });
    const { found, ask, choices = [], back, in_public = '' } = words.replies.verify_ownership;
    expect(text).toContain(found);
    expect(text).toContain('https://support.gitlab.com/');
    expect(in_public).not.toBe('');
    expect(text).toContain(in_public);
    for (const asked of [ask, choices[1] ?? '', back]) expect(text).not.toContain(asked);
    expect(html).not.toContain('<li>');
  });

  it('is the only one with such a sentence', () => {
    for (const { replies } of catalogues) {
      expect(replyNames.filter((name) => replies[name].in_public)).toEqual(['verify_ownership']);
    }
  });
});

const general = bundledReply(english, {
  name: 'verify_ownership',
  language: 'en',
  why: 'missing',
  requesterName: 'Jane Doe',
}).html;

describe('in the app', () => {
  const asksForProof = /Reply with proof|contract or a GitLab invoice|12 months|Send your invoice/;
  const publicly: readonly FakeZafOptions[] = [
    { commentType: 'facebookWallReply' },
    { channel: 'native_messaging' },
    { channel: 'sms' },
    { paths: { 'ticket.collaborators': null } },
    { commentType: 'facebookWallReply', paths: { 'saved.requester': 99 } },
  ];
  const macros = {
    'the app’s own macro': general,
    'the app’s own macro, with words before and after': `<p>Hi!</p>${general}<p>Bye</p>`,
    'a macro that was edited': general.replace('contract', 'signed contract'),
    'an admin’s own': '<p>Send your invoice here.</p>',
    'no words': '',
  };

  it.each(Object.entries(macros))('whatever the macro is: %s', async (_what, macro) => {
    for (const options of publicly) {
      const paths = {
        'requirement:portal_sign_in_verify_ownership': { requirement_id: 5 },
        ...options.paths,
      };
      const bench = await openApp({ ...options, paths }, { macro });
      const [reply] = bench.open().replies;
      if (reply?.text.state !== 'ready') throw new Error('There are no words.');
      const { text, html, origin, macroIs } = reply.text.reply;
      expect(`${text} ${html}`).not.toMatch(asksForProof);
      expect(text).toContain('please post no personal data');
      const isOurs = macro.includes(general);
      expect(origin).toMatchObject(
        isOurs
          ? { kind: 'macro' }
          : { kind: 'bundled', why: macro === '' ? 'failed' : 'read-by-others' },
      );
      expect(macroIs).toEqual(isOurs ? { fitted: { written: macro } } : undefined);
      const inserting = bench.app.insertReply(reply.text.reply, { again: false });
      await bench.clock.advance(5_000);
      expect(await inserting).toMatchObject({ ok: true });
      expect(bench.zaf.composer.draft).toContain('please post no personal data');
      expect(bench.zaf.composer.draft).not.toMatch(asksForProof);
    }
  });
});
