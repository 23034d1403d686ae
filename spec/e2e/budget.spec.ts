import { witness, witnessOf } from '../../scripts/bench/witness';
import { appFrame } from './support/app-view';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();

/** What one verdict costs Zendesk, CustomersDot and Mailgun. */
const budget = ['customersdot', 'gitlab_log', 'portal_log'];

test.each(['wrong_site_reset', 'no_known_cause'])(
  '%s: one read of the ticket, then one question to each source, and the verdict',
  async (id) => {
    const { sandbox, browser } = workbench();
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
    expect(host.gets.filter(({ at }) => verdict !== undefined && at < verdict)).toHaveLength(1);
    const questions = host.questions.filter(({ url }) => url.startsWith('https://'));
    expect(questions.map(({ at }) => at > (host.gets[0]?.at ?? Infinity))).toEqual([
      true,
      true,
      true,
    ]);
  },
);
