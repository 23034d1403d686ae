import type { Address } from '../address/address';
import { isLostToTheAddress } from '../diagnosis/answers';
import type { CheckId, FactValue } from '../diagnosis/checks';
import { diagnose, type Moment } from '../diagnosis/diagnose';
import type { Diagnosis } from '../diagnosis/diagnosis';
import {
  accountChecks,
  isByHand,
  type Evidence,
  failureIn,
  type Lookup,
  factsFromEvidence,
  newestOf,
  nothingKnown,
  usedAccountOf,
} from '../diagnosis/evidence';
import { answersLeft } from '../diagnosis/verdict';
import { latestOf } from '../shared/clock';
import { type Source, type Result, isOutOfReach } from '../shared/failure';

/** The parts of the evidence that are looked up. */
export type LookupKey = Exclude<Source, 'zendesk'>;

/** What the verdict rests on. */
const sources = [
  'customersdot',
  'portal_log',
  'gitlab_log',
] as const satisfies readonly LookupKey[];

/** One round of questions about one address, as far as it has come. */
export interface Run {
  /** An answer counts only for the run that asked; `undefined`: stopped, so none does. */
  readonly id: number | undefined;
  readonly address: Address;
  /** Asked for by hand, past the kept answers. */
  readonly fresh: boolean;
  readonly underWay: readonly LookupKey[];
  /** Whether anybody could be reached since the answers on screen were asked for again. */
  readonly reached: boolean;
  /**
   * What could not be reached, until somebody is: the answers from before stay meanwhile, and where nobody is, after it.
   * The failure of one source beside an answer of another is shown at once: its answer from before is none any more.
   */
  readonly cutOff: { readonly [K in LookupKey]?: Failed };
  readonly evidence: Evidence;
  readonly diagnosis: Diagnosis;
}

type Failed = Extract<Lookup<never>, { state: 'failed' }>;

/** A question to be sent out now. */
export interface Question {
  readonly run: number;
  readonly key: LookupKey;
  readonly address: Address;
  readonly fresh: boolean;
}

/** A run after something happened to it, and the questions that follow from it. */
export interface RunStep {
  readonly run: Run;
  readonly ask: readonly Question[];
}

/** What an engineer sees of a run. */
export interface InvestigationState {
  readonly address: Address;
  readonly diagnosis: Diagnosis;
  /** Answers that the verdict may rest on are still to come. */
  readonly running: boolean;
  /** An answer that is shown is being asked for again. */
  readonly rechecking: boolean;
  /** Newest answer, epoch ms. */
  readonly checkedAt: number | undefined;
  /** The last round reached nobody: what is shown are the answers from before, if there are any. */
  readonly cutOff: boolean;
}

export function investigationOf({
  address,
  diagnosis,
  evidence,
  underWay,
  cutOff,
}: Run): InvestigationState {
  const running = sources.some((key) => underWay.includes(key));
  const areKept = Object.keys(cutOff).length > 0;
  return {
    address,
    diagnosis,
    running,
    cutOff: !running && (areKept || sources.every((key) => isUnreached(evidence[key]))),
    rechecking: sources.some((key) => underWay.includes(key) && evidence[key].state === 'answered'),
    checkedAt: checkedAt(evidence, areKept),
  };
}

/** Asks everything about an address of which nothing is known. `accountByHand`: but for the account, never asked for. */
export function startRun(
  id: number,
  address: Address,
  moment: Moment,
  accountByHand = false,
): RunStep {
  const evidence = nothingKnown(address, accountByHand);
  return ask({ address, evidence, fresh: false, reached: false }, id, sources, moment);
}

/** Asks everything again, past the kept answers; answers by hand stay until a real one comes. */
export function refreshRun(run: Run, id: number, moment: Moment): RunStep {
  return ask({ ...run, fresh: true, reached: false }, id, sources, moment);
}

/** Asks what has no whole answer, and what was being asked again: after a pause, or when the network is back. */
export function resumeRun(run: Run, id: number, moment: Moment): RunStep {
  return ask(run, id, unfinished(run), moment);
}

/** Nothing that is still on its way counts any more. What was under way is remembered, to be asked again. */
export function stopRun(run: Run): Run {
  return { ...run, id: undefined };
}

export function judgeAgain(run: Run, moment: Moment): Run {
  return { ...run, diagnosis: diagnose(run.evidence, moment) };
}

/** The result is of the key's own type: whoever sent the question out knows. */
export function takeAnswer(
  run: Run,
  { key, askedAt }: { readonly key: LookupKey; readonly askedAt: number },
  result: Result<unknown>,
  moment: Moment,
): RunStep {
  const lookup = lookupOf(result, askedAt, moment.now);
  const underWay = run.underWay.filter((other) => other !== key);
  const reached = run.reached || !isUnreached(lookup);
  if (!reached && lookup.state === 'failed' && run.evidence[key].state === 'answered') {
    return { run: { ...run, underWay, cutOff: { ...run.cutOff, [key]: lookup } }, ask: [] };
  }
  const evidence = withoutOverruled({
    ...run.evidence,
    ...(reached && run.cutOff),
    [key]: lookup,
  });
  const answered = { ...run, evidence, underWay, reached, cutOff: reached ? {} : run.cutOff };
  const isOfPortalLog = key === 'portal_log' || evidence.portal_log === run.cutOff.portal_log;
  if (!isOfPortalLog) return { run: judgeAgain(answered, moment), ask: [] };
  // What the lists said belongs to the log that gave the reason to ask.
  if (run.id !== undefined && wantsSuppressions(evidence, moment)) {
    return ask(answered, run.id, ['suppressions'], moment, answered.underWay);
  }
  const withoutLists: Evidence = { ...evidence, suppressions: { state: 'not-asked' } };
  return { run: judgeAgain({ ...answered, evidence: withoutLists }, moment), ask: [] };
}

/**
 * The engineer's own answer to one check; `undefined` takes it back. One that contradicts what is known, by lookup or
 * by hand, is not taken.
 */
export function answerByHand<C extends CheckId>(
  run: Run,
  check: C,
  value: FactValue<C> | undefined,
  moment: Moment,
): Run {
  return judgeAgain(
    { ...run, evidence: withHandAnswer(run.evidence, check, value, moment.now) },
    moment,
  );
}

/**
 * Of several accounts that differ, the one that the customer uses, by its `accountKey`: what its row says holds from
 * then on, and what was answered before of whichever account it was does not. `undefined`, or one that was not found,
 * is none, and takes back what was chosen before.
 */
export function chooseAccount(run: Run, key: string | undefined, moment: Moment): Run {
  const evidence = { ...run.evidence, usedAccount: { key: key ?? '', at: moment.now } };
  const stated = factsFromEvidence({ ...evidence, byHand: {} });
  const byHand = Object.entries(evidence.byHand).filter(
    ([check]) => !stated[check as CheckId].known,
  );
  const chosen = withoutOverruled({ ...evidence, byHand: Object.fromEntries(byHand) });
  return judgeAgain({ ...run, evidence: chosen }, moment);
}

function ask(
  run: Pick<Run, 'address' | 'fresh' | 'evidence' | 'reached'>,
  id: number,
  wanted: readonly LookupKey[],
  moment: Moment,
  alreadyUnderWay: readonly LookupKey[] = [],
): RunStep {
  const { evidence: before } = run;
  // The engineer looks at the account by hand: it is never asked for.
  const keys = wanted.filter((key) => before[key].state !== 'by-hand');
  const evidence = keys.reduce<Evidence>(
    (known, key) => ({ ...known, [key]: asking<unknown>(known[key], moment.now) }),
    before,
  );
  const underWay = [...alreadyUnderWay, ...keys];
  const { address, fresh } = run;
  return {
    run: { ...run, id, underWay, cutOff: {}, evidence, diagnosis: diagnose(evidence, moment) },
    ask: keys.map((key) => ({ run: id, key, address, fresh })),
  };
}

function unfinished({ evidence, underWay, cutOff }: Run): readonly LookupKey[] {
  const isAnswered = (key: (typeof sources)[number]) =>
    evidence[key].state === 'answered' && failureIn(evidence, key) === undefined;
  const keys = sources.filter((key) => underWay.includes(key) || cutOff[key] || !isAnswered(key));
  // The portal's log asks for the lists itself.
  return underWay.includes('suppressions') && !keys.includes('portal_log')
    ? [...keys, 'suppressions']
    : keys;
}

/** Whether a source could not be reached at all, so that it is worth asking when the network is back. */
export function wasCutOff({ evidence, cutOff }: Run): boolean {
  return sources.some(
    (source) => cutOff[source] ?? failureIn(evidence, source)?.kind === 'unreachable',
  );
}

/** An answer stays on screen while it is asked for again; a failure makes way for the new attempt. */
function asking<T>(before: Lookup<T>, now: number): Lookup<T> {
  return before.state === 'answered' ? before : { state: 'pending', askedAt: now };
}

const isUnreached = (lookup: Lookup<unknown>): boolean =>
  lookup.state === 'by-hand' || (lookup.state === 'failed' && isOutOfReach(lookup.failure));

function lookupOf<T>(result: Result<T>, askedAt: number, now: number): Lookup<T> {
  return result.ok
    ? { state: 'answered', value: result.value, askedAt, at: now }
    : { state: 'failed', failure: result.failure, askedAt, at: now };
}

export function withHandAnswer<C extends CheckId>(
  evidence: Evidence,
  check: C,
  value: FactValue<C> | undefined,
  at: number,
): Evidence {
  const { [check]: replaced, ...others } = evidence.byHand;
  const without = { ...evidence, byHand: others };
  if (value === undefined) {
    // What is read off the account that the customer uses is taken back with the choice.
    return replaced === undefined && accountChecks.includes(check)
      ? withoutAccount(without)
      : without;
  }
  const possible = answersLeft(check, factsFromEvidence(without)).includes(value);
  const newest = newestOf(check, evidence);
  const answer = { value, at, ...(newest ? { mail: newest.id } : {}) };
  return possible
    ? withoutOverruled({ ...evidence, byHand: { ...others, [check]: answer } })
    : evidence;
}

/** A hand answer lasts until a real one arrives, and does not come back when that one is lost again. */
export function withoutOverruled(evidence: Evidence): Evidence {
  const facts = factsFromEvidence(evidence);
  const stillNeeded = Object.entries(evidence.byHand).filter(([check]) =>
    isByHand(facts[check as CheckId]),
  );
  const kept = { ...evidence, byHand: Object.fromEntries(stillNeeded) };
  return usedAccountOf(kept) ? kept : withoutAccount(kept);
}

const withoutAccount = ({ usedAccount: _used, ...evidence }: Evidence): Evidence => evidence;

/** When the newest answer came, epoch ms; of answers that were kept, since when even the oldest is. */
function checkedAt(evidence: Evidence, areKept: boolean): number | undefined {
  const lookups = sources.map((key): Lookup<unknown> => evidence[key]);
  const instants = lookups.flatMap((one) =>
    'at' in one && (!areKept || one.state === 'answered') ? [one.at] : [],
  );
  return areKept ? instants.reduce((one, at) => (at < one ? at : one)) : latestOf(instants);
}

/** Mailgun's lists say something only about a mail to sign in with that it would not or could not deliver. */
function wantsSuppressions({ portal_log }: Evidence, { edition }: Moment): boolean {
  const wanted = edition.mails.filter((kind) => kind !== 'confirmation');
  return (
    portal_log.state === 'answered' &&
    portal_log.value.mails.some(
      ({ kind, outcome }) => wanted.some((one) => one === kind) && isLostToTheAddress(outcome),
    )
  );
}
