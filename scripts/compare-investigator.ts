import fc from 'fast-check';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Address } from '../src/address/address';
import type { MailOutcome } from '../src/diagnosis/answers';
import { readItem } from '../src/mailgun/log-event';
import { mailsFromEvents } from '../src/mailgun/mails';

/**
 * Reads the same generated logs with Mailgun's own investigator and with the app, and counts where they differ:
 * `npx tsx scripts/compare-investigator.ts <its investigate-message-delivery.ts>`. docs/mailgun-investigator.md says
 * what the differences mean.
 */
interface Investigator {
  readonly buildMessageReports: (items: readonly object[]) => readonly {
    readonly message_id: string | null;
    readonly outcome: string;
  }[];
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Where is investigate-message-delivery.ts?');
const theirs = (await import(pathToFileURL(resolve(path)).href)) as Investigator;

const logs = 5000;
const seed = 20261126;
const to = 'jane.doe@example.com' as Address;
const domain = 'customers.gitlab.com';
const started = Date.UTC(2026, 10, 20, 8);

const failure = fc.record(
  {
    severity: fc.constantFrom('permanent', 'temporary', 'internal', 'Permanent'),
    reason: fc.constantFrom(
      'bounce',
      'old',
      'generic',
      'espblock',
      'suppress-bounce',
      'suppress-complaint',
    ),
    code: fc.constantFrom(421, 450, 498, 550, 602, 605, 606, 607, 680),
    bounceType: fc.constantFrom('hard', 'soft'),
    retrySeconds: fc.constantFrom(0, 600),
    delayed: fc.boolean(),
  },
  { requiredKeys: [] },
);
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('accepted', 'delivered', 'rejected', 'opened', 'stored'),
  },
  { weight: 3, arbitrary: failure },
);
const mail = fc.record({
  id: fc.option(fc.constantFrom('m1', '<m1>', 'm2', 'm3', '<m4>')),
  capitals: fc.integer({ min: 0, max: 9 }),
  events: fc.array(event, { minLength: 1, maxLength: 4 }),
});
type GeneratedMail = typeof mail extends fc.Arbitrary<infer M> ? M : never;

function itemsOf(mails: readonly GeneratedMail[]): readonly object[] {
  return mails.flatMap(({ id, capitals, events }, index) =>
    events.map((one, step) => {
      const failed = typeof one === 'string' ? undefined : one;
      const { severity, reason, code, bounceType, retrySeconds, delayed } = failed ?? {};
      return {
        id: `${index}-${step}`,
        event: typeof one === 'string' ? one : 'failed',
        '@timestamp': new Date(started + (index * 10 + step) * 60_000).toISOString(),
        domain: { name: domain },
        recipient: capitals === 0 && step % 2 === 1 ? 'Jane.Doe@example.com' : to,
        message: {
          headers: {
            subject: 'Reset password instructions',
            ...(id === null ? {} : { 'message-id': id }),
          },
        },
        ...(severity === undefined ? {} : { severity }),
        ...(reason === undefined ? {} : { reason }),
        flags: { 'is-delayed-bounce': delayed === true },
        'delivery-status': {
          ...(code === undefined ? {} : { code }),
          ...(bounceType === undefined ? {} : { 'bounce-type': bounceType }),
          ...(retrySeconds === undefined ? {} : { 'retry-seconds': retrySeconds }),
        },
      };
    }),
  );
}

const inTheirWords: Readonly<Record<MailOutcome, string>> = {
  delivered: 'delivered',
  'delayed-bounce': 'delayed_bounce',
  bounced: 'bounced',
  suppressed: 'suppressed',
  'gave-up': 'retries_exhausted',
  failed: 'permanent_failure',
  retrying: 'retrying',
  unclear: '(unclear)',
  rejected: 'rejected',
  accepted: 'accepted_pending',
};
const known = {
  source: 'portal_log',
  subjects: { reset: ['Reset password instructions'], confirmation: [] },
} as const;

function readByUs(items: readonly object[]): ReadonlyMap<string, string> {
  const events = items.flatMap((item) => {
    const read = readItem(item, to, domain);
    return read.kind === 'event' ? [read.event] : [];
  });
  const mails = mailsFromEvents(events, known);
  return new Map(mails.map(({ id, outcome }) => [id, inTheirWords[outcome]]));
}

/** Of several reports of one mail, which differ in the capitals of its recipient, all are named. */
function readByThem(items: readonly object[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { message_id: id, outcome } of theirs.buildMessageReports(items)) {
    if (id === null) continue;
    const before = found.get(id);
    found.set(id, before === undefined ? outcome : `${before} + ${outcome}`);
  }
  return found;
}

const counts = new Map<string, number>();
let same = 0;
let differing = 0;
for (const mails of fc.sample(fc.array(mail, { minLength: 1, maxLength: 4 }), {
  numRuns: logs,
  seed,
})) {
  const items = itemsOf(mails);
  const ours = readByUs(items);
  for (const [id, outcome] of readByThem(items)) {
    const own = ours.get(id) ?? '(no mail)';
    if (own === outcome) {
      same += 1;
      continue;
    }
    differing += 1;
    const kind = outcome.includes(' + ') ? 'one mail told as several' : `${outcome} | ${own}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
}
console.log(`${logs} logs, seed ${seed}: ${same} mails read alike, ${differing} otherwise.`);
console.log('Investigator | app: mails');
for (const [kind, count] of [...counts].sort(([, one], [, other]) => other - one)) {
  console.log(`${kind}: ${count}`);
}
