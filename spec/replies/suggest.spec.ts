import fc from 'fast-check';
import { mayDisclose } from '../../src/replies/may-disclose';
import { suggestReplies } from '../../src/replies/suggest';
import { jane } from '../support/evidence';
import {
  anyAddress,
  anyVerdict,
  candidate,
  diagnosis,
  evidence,
  notOwn,
  own,
  settled,
} from './a-diagnosis';

const runs = 4000;

describe('the privacy gate', () => {
  it('opens only for an address that is the requester’s own', () => {
    expect(mayDisclose(own)).toBe(true);
    expect(mayDisclose(notOwn)).toBe(false);
  });

  it(`offers the neutral reply and nothing else for any other address (${runs} runs)`, () => {
    let seen = 0;
    fc.assert(
      fc.property(anyVerdict, anyAddress, candidate(false), (verdict, address, picked) => {
        seen += 1;
        const replies = suggestReplies(
          diagnosis({ verdict, evidence: evidence({ address }) }),
          picked,
        );
        expect(replies).toEqual([{ name: 'verify_ownership', role: 'neutral' }]);
      }),
      { numRuns: runs },
    );
    expect(seen).toBeGreaterThanOrEqual(2000);
  });

  it(`speaks about an own address only by what is settled for that very address (${runs} runs)`, () => {
    let told = 0;
    let silent = 0;
    fc.assert(
      fc.property(anyVerdict, anyAddress, candidate(true), (verdict, address, picked) => {
        const replies = suggestReplies(
          diagnosis({ verdict, evidence: evidence({ address }) }),
          picked,
        );
        const mayTell = verdict.kind === 'settled' && address === picked.address;
        if (mayTell) told += 1;
        else silent += 1;
        expect(replies.map(({ name }) => name)).toEqual(
          mayTell ? [verdict.outcome, ...verdict.alsoApplies] : [],
        );
      }),
      { numRuns: runs },
    );
    expect(told + silent).toBeGreaterThanOrEqual(2000);
    expect(told).toBeGreaterThan(300);
    expect(silent).toBeGreaterThan(300);
  });
});

describe('suggested replies', () => {
  it('put the verdict first and what also applies after it, in order', () => {
    const verdict = settled('wrong_site_reset', 'unconfirmed');
    expect(suggestReplies(diagnosis({ verdict }), own)).toEqual([
      { name: 'wrong_site_reset', role: 'verdict' },
      { name: 'unconfirmed', role: 'also' },
    ]);
  });

  it('leave out what may apply, and all of it while the verdict is open', () => {
    const verdict = { ...settled('reset_not_delivered'), mayAlsoApply: ['unconfirmed'] as const };
    expect(suggestReplies(diagnosis({ verdict }), own)).toHaveLength(1);
    const open = { kind: 'open', possible: [], certain: ['unconfirmed'] } as const;
    expect(suggestReplies(diagnosis({ verdict: open }), own)).toEqual([]);
  });

  it('say nothing about one address because of another', () => {
    const verdict = settled('reseller');
    const other = evidence({ address: 'other@example.com' });
    expect(own.address).toBe(jane);
    expect(suggestReplies(diagnosis({ verdict, evidence: other }), own)).toEqual([]);
  });
});
