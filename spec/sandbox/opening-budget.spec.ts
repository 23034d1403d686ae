/** @jest-environment node */
import { lookupPaths } from '../../sandbox/scenarios/lookup-paths';
import type { MailSeed } from '../../sandbox/mailgun/seed';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import { scenarios, startStandIns, whatTheAppFinds } from './verdict-over-http';

const minute = 60_000;
const usual = scenarios.find(({ id }) => id === 'capitals')!;
const typed = usual.ticket.requester.email ?? '';
const stored = typed.toLowerCase();

const mail = (domain: string, to: string, at: number): MailSeed => ({
  domain,
  to,
  at,
  subject: 'Reset password instructions',
  fate: 'delivered',
});

/** Longer than what is read of a log, for each spelling. */
const mails = Array.from({ length: 600 }, (_, index) => {
  const at = Date.now() - (index + 10) * minute;
  const email = index % 2 === 0 ? typed : stored;
  const subject = `Widgets | Merge request (!${String(index)})`;
  return ['customers.gitlab.com', 'mg.gitlab.com'].map((domain) => ({
    ...mail(domain, email, at),
    subject,
  }));
}).flat();

/** Three subjects to ask for by name, capitals in the address, logs too long to be read, and a lost portal reset. */
const worst: Scenario = {
  ...usual,
  mails: [
    { ...mail('customers.gitlab.com', stored, Date.now() - 5 * minute), fate: 'bounced' },
    ...mails,
  ],
};
const settings = {
  reset_subjects: 'Reset password instructions',
  confirmation_subjects: 'Confirmation instructions',
  sign_in_link_subjects: 'Sign in to the Customers Portal',
};

let services: Awaited<ReturnType<typeof startStandIns>>;

beforeAll(async () => {
  services = await startStandIns([worst]);
});

afterAll(() => services.close());

// One opening made 79 requests before each log had a budget. What is asked once the verdict is there, Mailgun's
// suppression lists, is at most six more: spec/mailgun/suppressions.spec.ts.
test.each([
  ['by-hand', 24, 0],
  ['endpoint', 24, 1],
  ['compact-list', 24, 5],
  ['export', 24, 1],
] as const)(
  'a verdict with capitals, three subjects and logs too long costs, %s: %i requests to the logs and %i to the portal',
  async (way, toLogs, toPortal) => {
    const asked: string[] = [];
    const scenario = {
      ...worst,
      settings: { ...settings, customersdot_lookup_path: lookupPaths[way] },
    };
    await whatTheAppFinds(scenario, services, {}, { sent: ({ url }) => asked.push(url) });
    const count = (path: RegExp) => asked.filter((url) => path.test(url)).length;
    expect([count(/analytics\/logs/), count(/^https:\/\/customers\./)]).toEqual([toLogs, toPortal]);
  },
);
