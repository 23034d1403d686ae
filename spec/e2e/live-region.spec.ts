import { fill } from '../../src/wording/translate';
import english from '../../translations/panel/en.json';
import { listenFromStart, saidIn } from './support/app-view';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();

test('the live region says one sentence for each change', async () => {
  const { sandbox, open } = workbench();
  // Answers that are there before the first words are drawn leave nothing to say of the asking.
  const release = sandbox.hold('gitlab_log');
  const ticket = await open('wrong_site_reset', { own: listenFromStart });
  const said = () => saidIn(ticket.page);
  await ticket.app.locator('[role="status"]:not(:empty)').waitFor();
  release();
  await ticket.findings();
  const opening = [
    fill(english['say.checking'], { address: 'wanda.west@example.com' }),
    fill(english['say.settled'], { outcome: english['outcome.wrong_site_reset'] }),
  ];
  expect(await said()).toEqual(opening);
  expect(await ticket.app.locator('[role="status"], [role="alert"], [aria-live]').count()).toBe(1);

  await ticket.insert('wrong_site_reset');
  const [, , third, ...more] = await said();
  expect(third).toMatch(/^Inserted into the composer \(/);
  expect(more).toEqual([]);

  await ticket.app.getByRole('button', { name: english['footer.refresh'] }).click();
  await ticket.findings();
  expect((await said()).slice(3)).toEqual([
    opening[0],
    fill(english['say.again'], { verdict: opening[1] ?? '' }),
  ]);
});
