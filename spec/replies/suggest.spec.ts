import fc from 'fast-check';
import type { Address } from '../../src/address/address';
import type { Disclosure } from '../../src/replies/may-disclose';
import { suggestReplies } from '../../src/replies/suggest';
import { jane, unaskedEvidence } from '../../fixtures/evidence';
import {
  anyAddress,
  anyVerdict,
  candidate,
  closed,
  diagnosis,
  open,
  own,
  settled,
} from './a-diagnosis';
import { runs } from '../support/runs';

describe('the privacy gate', () => {
  it('suggests nothing while nobody has read who reads', () => {
    const pending: Disclosure = { kind: 'closed', why: { kind: 'pending' } };
    expect(suggestReplies(diagnosis({ verdict: settled('reseller') }), own, pending, true)).toEqual(
      [],
    );
  });

  it('offers the neutral reply and nothing else where it is closed', () => {
    fc.assert(
      fc.property(anyVerdict, anyAddress, candidate(false), (verdict, address, picked) => {
        const replies = suggestReplies(
          diagnosis({ verdict, evidence: unaskedEvidence({ address }) }),
          picked,
          closed,
          true,
        );
        expect(replies).toEqual([{ name: 'verify_ownership', role: 'neutral' }]);
      }),
      { numRuns: runs(500, 10_000) },
    );
  });

  it.each([
    ['settled for it', settled('reseller'), jane, jane, ['reseller']],
    ['written in capitals', settled('reseller'), jane, 'JANE.DOE@Example.COM', ['reseller']],
    ['asked in capitals', settled('reseller'), 'Jane.Doe@EXAMPLE.com', jane, ['reseller']],
    ['settled for another', settled('reseller'), 'other@example.com', jane, []],
    ['open', { kind: 'open', possible: [], certain: ['unconfirmed'] }, jane, jane, []],
  ] as const)('speaks, where it is open: %s', (_, verdict, asked, shown, names) => {
    const found = diagnosis({ verdict, evidence: unaskedEvidence({ address: asked }) });
    const replies = suggestReplies(found, { ...own, address: shown as Address }, open, true);
    expect(replies.map(({ name }) => name)).toEqual(names);
  });

  it('never names an outcome that the verdict does not', () => {
    fc.assert(
      fc.property(anyVerdict, anyAddress, candidate(true), (verdict, address, picked) => {
        const found = diagnosis({ verdict, evidence: unaskedEvidence({ address }) });
        const named: readonly string[] =
          verdict.kind === 'settled' ? [verdict.outcome, ...verdict.alsoApplies] : [];
        const replies = suggestReplies(found, picked, open, true).map(({ name }) => name);
        expect(replies.filter((name) => !named.includes(name))).toEqual([]);
      }),
      { numRuns: runs(500, 10_000) },
    );
  });
});

describe('suggested replies', () => {
  it('put the verdict first and what also applies after it, in order', () => {
    const verdict = settled('wrong_site_reset', 'unconfirmed');
    expect(suggestReplies(diagnosis({ verdict }), own, open, true)).toEqual([
      { name: 'wrong_site_reset', role: 'verdict' },
      { name: 'unconfirmed', role: 'also', outcome: 'unconfirmed' },
    ]);
  });

  it('leave out what may apply, and all of it while the verdict is open', () => {
    const verdict = { ...settled('reset_not_delivered'), mayAlsoApply: ['unconfirmed'] as const };
    expect(suggestReplies(diagnosis({ verdict }), own, open, true)).toHaveLength(1);
    const undecided = { kind: 'open', possible: [], certain: ['unconfirmed'] } as const;
    expect(suggestReplies(diagnosis({ verdict: undecided }), own, open, true)).toEqual([]);
  });
});
