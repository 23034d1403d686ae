import { witness, witnessOf } from '../../scripts/bench/witness';
import { appFrame } from './support/app-view';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();

/** What one verdict costs Zendesk, CustomersDot and Mailgun. */
/** A log that shows nothing is asked once more, whether it shows anything to anybody. */
const logs = ['gitlab_log', 'portal_log'];
const compactList = Array<string>(5).fill('customersdot');

test.each([
  ['wrong_site_reset', undefined, [...compactList, ...logs, 'portal_log']],
  ['no_known_cause', 'endpoint', ['customersdot', 'gitlab_log', ...logs]],
] as const)(
  '%s (%s): one read of the ticket, then the questions to each source at once, and the verdict',
  async (id, way, budget) => {
    const { sandbox, browser } = workbench();
    sandbox.setLookup(way);
    const page = await browser.newPage();
    await page.addInitScript(witness);
    await page.goto(sandbox.ticketUrl(id));
    const app = page.frameLocator('iframe');
    await app.locator('[data-verdict="settled"]').waitFor();
    await app.locator('[data-running="false"]').waitFor();

    const host = await witnessOf(page);
    const { verdict } = await witnessOf(await appFrame(page));
    await page.close();
    const asked = sandbox
      .requests()
      .filter(({ ticket, via }) => ticket === id && via === 'proxy')
      .map(({ sent }) => sent?.service ?? 'somebody else');

    expect(asked.sort()).toEqual(budget);
    // The composer's draft is read beside it, and nothing waits for that.
    const ofTicket = host.gets.filter(({ paths }) => paths > 10);
    expect(ofTicket.filter(({ at }) => verdict !== undefined && at < verdict)).toHaveLength(1);
    const questions = host.questions.filter(({ url }) => url.startsWith('https://'));
    expect(questions.filter(({ at }) => at > (host.gets[0]?.at ?? Infinity))).toHaveLength(
      budget.length,
    );
    expect(questions).toHaveLength(budget.length);
  },
);
