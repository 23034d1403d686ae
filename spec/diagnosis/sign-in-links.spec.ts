import * as fc from 'fast-check';
import {
  accountAnswer,
  answered,
  days,
  evidence,
  minutes,
  noon,
  pending,
  portalAccount,
  portalLog,
  resetMail,
  withPortalLog,
} from '../../fixtures/evidence';
import {
  type ListedKind,
  type Mail,
  type MailLog,
  type MailOutcome,
  mailKinds,
} from '../../src/diagnosis/answers';
import type { CheckId, FactValue } from '../../src/diagnosis/checks';
import { diagnose } from '../../src/diagnosis/diagnose';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import { type HandAnswers, type Evidence, factsFromEvidence } from '../../src/diagnosis/evidence';
import { verdictOf } from '../../src/diagnosis/verdict';
import { runs } from '../support/runs';
import { arbitraryEvidence, arbitraryLog } from './arbitrary-evidence';

const hours = (count: number): number => minutes(60 * count);

/** Sent so many hours before the log ends. */
const link = (hoursAgo: number, outcome: MailOutcome = 'delivered', change: Partial<Mail> = {}) =>
  resetMail(outcome, { kind: 'sign_in_link', sentAt: noon - hours(hoursAgo), ...change });

const whole = (...mails: readonly Mail[]): MailLog => ({
  ...portalLog(...mails),
  kinds: mailKinds,
});

function read(log: MailLog, byHand: HandAnswers = {}) {
  return factsFromEvidence({ ...withPortalLog(log), byHand }).sign_in_link;
}

/** The value where the fact is known, why not where it is unknown. */
function reads(log: MailLog): string {
  const fact = read(log);
  return fact.known ? fact.value : `unknown: ${fact.why.kind}`;
}

describe('the sign-in link', () => {
  it.each([
    ['none', whole()],
    ['none', whole(resetMail('delivered'))],
    ['sent', whole(link(2))],
    ['sent', whole(link(24))],
    ['expired', whole(link(24, 'delivered', { sentAt: noon - hours(24) - 1 }))],
    ['undelivered', whole(link(2, 'bounced'))],
    ['undelivered', whole(link(30, 'bounced'))],
    ['unknown: underway', whole(link(2, 'retrying'))],
    ['unknown: underway', whole(link(30, 'accepted'))],
  ])('is %s', (value, log) => {
    expect(reads(log)).toBe(value);
  });

  it.each([
    ['sent', whole(link(30), link(2))],
    ['expired', whole(link(30), link(50, 'bounced'))],
    ['undelivered', whole(link(30), link(2, 'suppressed'))],
  ])('is judged by the newest: %s', (value, log) => {
    expect(reads(log)).toBe(value);
  });

  it('expires by the end of the log, not by anybody’s clock', () => {
    const read = whole(link(23));
    expect(reads(read)).toBe('sent');
    expect(reads({ ...read, window: { ...read.window, to: noon + hours(2) } })).toBe('expired');
  });

  it('is not known where nobody has listed its subject, whatever the log holds', () => {
    const kinds: readonly ListedKind[] = ['reset', 'confirmation'];
    expect(reads({ ...whole(), kinds })).toBe('unknown: no-subjects');
    expect(reads({ ...whole(resetMail('delivered')), kinds })).toBe('unknown: no-subjects');
    const { kinds: _, ...unsaid } = whole(link(2));
    expect(reads(unsaid)).toBe('unknown: no-subjects');
  });

  it('without a listed subject is neither sent nor none, and nothing is said of it', () => {
    const links = ['link_not_delivered', 'link_expired', 'no_mail', 'gitlab_reset_instead_of_link'];
    let settled = 0;
    fc.assert(
      fc.property(arbitraryEvidence, arbitraryLog('customers.gitlab.com'), (found, log) => {
        const mails = log.mails.map((one) =>
          one.kind === 'sign_in_link' ? ({ ...one, kind: 'other' } as const) : one,
        );
        const { sign_in_link: _, ...byHand } = found.byHand;
        const unlisted = { ...log, mails, kinds: ['reset', 'confirmation'] as const };
        const { facts, trace, verdict, cautions } = diagnose(
          { ...found, portal_log: answered(unlisted), byHand },
          { edition: oneTimeLinkEdition, now: noon, customerWroteAt: noon },
        );
        expect(facts.sign_in_link).toEqual({ known: false, why: { kind: 'no-subjects' } });
        expect(trace.find(({ check }) => check === 'sign_in_link')?.ground).toMatchObject({
          kind: 'mails',
          mails: [],
        });
        const sure =
          verdict.kind === 'settled' ? [verdict.outcome, ...verdict.alsoApplies] : verdict.certain;
        expect(sure.filter((outcome) => links.includes(outcome))).toEqual([]);
        expect(cautions.filter(({ id }) => /link/.test(id))).toEqual([]);
        settled += verdict.kind === 'settled' ? 1 : 0;
      }),
      { numRuns: runs(60, 3_000) },
    );
    // An account that is not there needs no link.
    expect(settled).toBeGreaterThan(0);
  });

  it('whose beginning was not read is as old as that, or older', () => {
    const cut = { sentBefore: true } as const;
    expect(read(whole(link(2, 'delivered', cut)))).toMatchObject({
      known: false,
      why: { kind: 'truncated' },
      among: ['sent', 'expired'],
    });
    expect(reads(whole(link(25, 'delivered', cut)))).toBe('expired');
    expect(reads(whole(link(2, 'bounced', cut)))).toBe('undelivered');
    // It may have been sent before the other one.
    expect(reads(whole(link(25, 'delivered', cut), link(26, 'bounced')))).toBe(
      'unknown: truncated',
    );
    expect(reads(whole(link(25, 'delivered', cut), link(26)))).toBe('expired');
  });

  it('in a log with gaps is not known: a newer one may be in them', () => {
    const some = ['sent', 'expired', 'undelivered'];
    const truncated = { ...whole(link(30)), truncated: true };
    expect(read(truncated)).toMatchObject({ why: { kind: 'truncated' }, among: some });
    expect(reads({ ...truncated, readBackTo: noon - hours(29) })).toBe('unknown: truncated');
    expect(reads({ ...truncated, readBackTo: noon - hours(31) })).toBe('expired');
    expect(read({ ...whole(link(30)), unreadable: 1 })).toMatchObject({
      why: { kind: 'unreadable' },
      among: some,
    });
  });

  it('that has expired is not known beside a newer mail that may be a link', () => {
    const doubt = { why: 'unlisted-subject', mayBe: ['sign_in_link'] } as const;
    const rival = (hoursAgo: number, outcome: MailOutcome = 'delivered') =>
      link(hoursAgo, outcome, { kind: 'other', doubt });
    expect(reads(whole(link(30), rival(2)))).toBe('unknown: unlisted-subject');
    expect(reads(whole(link(30), rival(2, 'bounced')))).toBe('unknown: unlisted-subject');
    expect(reads(whole(link(3), rival(2)))).toBe('sent');
    expect(reads(whole(link(30), rival(26)))).toBe('expired');
    expect(reads(whole(link(30), rival(50, 'bounced')))).toBe('expired');
    expect(reads(whole(link(2), rival(1), rival(1, 'bounced')))).toBe('unknown: unlisted-subject');
  });

  it('that is known is what it is, wherever mails really began', () => {
    const arbitraryLink = fc.record({
      hoursAgo: fc.constantFrom(1, 5, 23, 25, 40),
      outcome: fc.constantFrom<MailOutcome>('delivered', 'bounced', 'accepted'),
      // When it was really sent, where the event that says so was not read.
      longBefore: fc.constantFrom(undefined, undefined, 0, 10, 60),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(arbitraryLink, { minLength: 1, maxLength: 3 }), (links) => {
        const mails = links.map(({ hoursAgo, outcome, longBefore }, nth) =>
          link(hoursAgo, outcome, {
            id: String(nth),
            sentAt: noon - hours(hoursAgo) - nth,
            ...(longBefore === undefined ? {} : { sentBefore: true as const }),
          }),
        );
        const fact = read(whole(...mails));
        fc.pre(fact.known);
        const ages = links.map(({ hoursAgo, longBefore = 0 }) => hoursAgo + longBefore);
        const youngest = Math.min(...ages);
        const newest = links.filter((_, nth) => ages[nth] === youngest);
        const became = newest.map(({ outcome }) => {
          if (outcome === 'bounced') return 'undelivered';
          return youngest > 24 ? 'expired' : 'sent';
        });
        expect(became).toContain(fact.value);
        seen.add(fact.value);
      }),
      { numRuns: runs(500, 5_000) },
    );
    expect([...seen].sort()).toEqual(['expired', 'sent', 'undelivered']);
  });
});

describe('what not every lookup says', () => {
  const judge = (change: Partial<Evidence>) =>
    diagnose(evidence({ portal_log: answered(whole(link(2))), ...change }), {
      edition: oneTimeLinkEdition,
      now: noon,
      customerWroteAt: noon - days(1),
    });
  const row = (change: Parameters<typeof portalAccount>[0]) => ({
    customersdot: answered(accountAnswer(portalAccount(change))),
  });
  const off = row({ loginActivated: false });
  const hand = <V extends FactValue>(value: V) => ({ value, at: noon });

  it('is in no verdict’s way while nobody has looked', () => {
    expect(judge({}).verdict).toMatchObject({ kind: 'settled', outcome: 'no_known_cause' });
    expect(judge(off).verdict).toMatchObject({ kind: 'settled', outcome: 'login_off' });
  });

  it('keeps no verdict open, whatever the evidence: what is open is open by another check', () => {
    const fine = { login_changed: 'never', linked: 'yes', gitlab_password: 'on' } as const;
    const open = { yes: 0, no: 0 };
    fc.assert(
      fc.property(arbitraryEvidence, (found) => {
        const facts = factsFromEvidence(found);
        const verdict = verdictOf(oneTimeLinkEdition, facts);
        const left = Object.keys(fine).filter((check) => {
          const fact = facts[check as CheckId];
          // What several accounts have differently says which of them it is, and so more than itself.
          const rows = (facts.accounts ?? []).map((one) => String(one[check as CheckId]));
          const tellsApart = new Set(rows).size > 1;
          // An answer by hand that fits no account is beside the point together with all others given so; in its
          // place, another would let those count.
          const isAnswered = check in found.byHand;
          return !fact.known && fact.why.kind !== 'pending' && !tellsApart && !isAnswered;
        });
        open[verdict.kind === 'open' ? 'yes' : 'no'] += 1;
        // As if every one of them had been answered in the way that shows no cause.
        const byHand = Object.fromEntries(
          Object.entries(fine)
            .filter(([check]) => left.includes(check))
            .map(([check, value]) => [check, { value, at: noon }]),
        );
        const told = factsFromEvidence({ ...found, byHand: { ...found.byHand, ...byHand } });
        expect(verdictOf(oneTimeLinkEdition, told).kind).toBe(verdict.kind);
        if (verdict.kind === 'settled') return;
        const needed = verdict.possible.flatMap(({ settledBy }) => settledBy);
        const nobodyWaits = (check: CheckId) => {
          const fact = facts[check];
          return check in fine && !fact.known && fact.why.kind !== 'pending';
        };
        expect(needed.filter(nobodyWaits)).toEqual([]);
      }),
      { numRuns: runs(60, 3_000) },
    );
    expect(open.yes).toBeGreaterThan(0);
    expect(open.no).toBeGreaterThan(0);
  });

  it('is waited for only while the lookup that may say it is under way', () => {
    const open = judge({ customersdot: pending }).verdict;
    expect(open).toMatchObject({ kind: 'open' });
    expect(JSON.stringify(open)).toContain('not_linked');
  });

  it.each([
    [true, 'no_known_cause'],
    [false, 'not_linked'],
  ])('counts where the lookup says it: linked is %s', (linked, outcome) => {
    expect(judge(row({ linked })).verdict).toMatchObject({ kind: 'settled', outcome });
  });

  it('counts where the engineer says it', () => {
    const linked = judge({ byHand: { linked: hand('elsewhere') } });
    expect(linked.verdict).toMatchObject({ kind: 'settled', outcome: 'linked_elsewhere' });
    const enterprise = judge({ byHand: { gitlab_password: hand('off') } });
    expect(enterprise.verdict).toMatchObject({ outcome: 'enterprise_without_password' });
    expect(enterprise.byHand).toEqual(['gitlab_password']);
  });

  it('a lookup that says “linked” is not contradicted by hand', () => {
    const linked = judge({ ...row({ linked: true }), byHand: { linked: hand('no') } });
    expect(linked.verdict).toMatchObject({ outcome: 'no_known_cause' });
    const elsewhere = judge({ ...row({ linked: true }), byHand: { linked: hand('elsewhere') } });
    expect(elsewhere.verdict).toMatchObject({ outcome: 'linked_elsewhere' });
  });

  it('a login that is off was switched off on purpose where History says so', () => {
    const later = judge({ ...off, byHand: { login_changed: hand('later') } });
    expect(later.verdict).toMatchObject({ outcome: 'login_blocked', alsoApplies: [] });
    expect(later.byHand).toEqual(['login_changed']);
    const never = judge({ ...off, byHand: { login_changed: hand('never') } });
    expect(never.verdict).toMatchObject({ outcome: 'login_off', alsoApplies: [] });
    expect([later, never].flatMap(({ cautions }) => cautions)).toEqual([]);
    expect(judge(off).cautions.map(({ id }) => id)).toEqual(['login_off_needs_history']);
  });

  it('is of no account with its login on', () => {
    const on = judge({ byHand: { login_changed: hand('later') } });
    expect(on.verdict).toMatchObject({ outcome: 'no_known_cause' });
  });

  it('says what an answer could add, and nothing that is found already', () => {
    const concluded = (found: Partial<Evidence>) =>
      judge(found).trace.find(({ check }) => check === 'login_changed')?.conclusion;
    expect(concluded(off)).toEqual({ kind: 'may-add', outcomes: ['login_blocked'] });
    expect(concluded({})).toEqual({
      kind: 'not-needed',
      because: [{ check: 'login', values: ['on'], byHand: false }],
    });
  });
});
