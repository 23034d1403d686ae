import { lookupPaths, lookupWays } from '../../sandbox/scenarios/lookup-paths';
import type { LookupWay } from '../../src/shared/lookup-way';
import { witness, witnessOf } from '../../scripts/bench/witness';
import { appFrame } from './support/app-view';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();

// What one verdict costs Zendesk, CustomersDot and Mailgun.

/** A log that shows nothing is asked once more, whether it shows anything to anybody. */
const logs = ['gitlab_log', 'portal_log'];
/** By the number of paths. */
const askedFor: Readonly<Record<number, string>> = { 7: 'draft', 1: 'macro' };
const compactList = Array<string>(5).fill('customersdot');

test.each([
  ['wrong_site_reset', undefined, [...compactList, ...logs, 'portal_log']],
  ['no_known_cause', 'endpoint', ['customersdot', 'gitlab_log', ...logs]],
] as const)(
  '%s (%s): one read of the ticket, one of the draft and one of the macro, then the questions to each source at once, and the verdict',
  async (id, way, budget) => {
    const { sandbox, browser } = workbench();
    sandbox.setLookup(way);
    const page = await browser.newPage();
    await page.addInitScript(witness);
    await page.goto(sandbox.ticketUrl(id));
    const app = page.frameLocator('iframe');
    await app.locator('[data-verdict="settled"]').waitFor();
    await app.locator('[data-running="false"]').waitFor();
    await page.waitForFunction(hasReadAll);

    const host = await witnessOf(page);
    const { verdict } = await witnessOf(await appFrame(page));
    await page.close();
    const asked = sandbox
      .requests()
      .filter(({ ticket, via }) => ticket === id && via === 'proxy')
      .map(({ sent }) => sent?.service ?? 'somebody else');

    expect(asked.sort()).toEqual(budget);
    // The draft is read because Zendesk says that it changed, and the macro's number because there is a reply: each
    // comes when that is so, with the part that inserts, and nothing waits for it.
    expect(host.gets.map(({ paths }) => askedFor[paths] ?? 'ticket').sort()).toEqual([
      'draft',
      'macro',
      'ticket',
    ]);
    expect(host.gets[0]?.paths).toBeGreaterThan(7);
    expect(host.gets[0]?.at).toBeLessThan(verdict ?? -Infinity);
    const questions = host.questions.filter(({ url }) => url.startsWith('https://'));
    expect(questions.filter(({ at }) => at > (host.gets[0]?.at ?? Infinity))).toHaveLength(
      budget.length,
    );
    expect(questions).toHaveLength(budget.length);
  },
);

const list = '/admin/customer.json?compact=true';
/** What CustomersDot is asked in each way, as the log of the sandbox shows it. */
const askedBy: Readonly<Record<LookupWay['way'], (email: string) => readonly string[]>> = {
  'by-hand': () => [],
  endpoint: (email) => [`/api/support/sign_in_check?email=${email}`],
  'compact-list': (email) => {
    const is = `&f[email][1][o]=is&f[email][1][v]=${email}`;
    return [
      `${list}&f[email][1][o]=like&f[email][1][v]=${email}`,
      `${list}${is}&f[confirmed_at][2][o]=_not_null&f[confirmed_at][2][v]=`,
      `${list}${is}&f[login_activated][2][o]=&f[login_activated][2][v]=false`,
      `${list}${is}&f[login_activated][2][o]=&f[login_activated][2][v]=true`,
      `${list}${is}&f[login_activated][2][o]=_not_null&f[login_activated][2][v]=`,
    ];
  },
  export: (email) => [lookupPaths.export.replace('{email}', email)],
};

test.each(lookupWays)(
  'the account looked up %s: the verdict, and what the log shows',
  async (way) => {
    const { sandbox, open } = workbench();
    sandbox.setLookup(way);
    const ticket = await open('unconfirmed');
    await ticket.app.locator('[data-running="false"]').waitFor();
    // By hand: one press opens the form, and what the admin's page says is two more.
    const presses =
      way === 'by-hand' ? ['action="answer"', 'hand="login=on"', 'hand="confirmed=no"'] : [];
    for (const press of presses) await ticket.app.locator(`[data-${press}]`).first().click();
    expect(await ticket.findings()).toMatchObject({
      verdict: 'settled',
      outcome: 'unconfirmed',
      checks: { login: 'on', confirmed: 'no' },
      replies: ['unconfirmed'],
    });

    await ticket.page.locator('[data-control="requests"]').click();
    const rows = ticket.page.locator('tr[data-service="customersdot"]');
    const email = sandbox.scenarios.find(({ id }) => id === 'unconfirmed')!.ticket.requester.email!;
    const expected = askedBy[way](email).map((path) => `https://customers.gitlab.com${path}`);
    await ticket.page.locator('tr[data-service="portal_log"]').first().waitFor();
    const asked = (await rows.locator('pre').allTextContents()).map((text) => {
      const [, url = ''] = /^as it left: +(\S+)$/m.exec(text) ?? [];
      return decodeURIComponent(url);
    });
    expect(asked.sort()).toEqual([...expected].sort());
  },
);

/** Runs in the page. */
function hasReadAll(): boolean {
  return (window as unknown as { witness: { gets: unknown[] } }).witness.gets.length > 2;
}
