import { outcomeIds } from '../support/editions';
import { createScenarios } from '../../sandbox/scenarios';

import { useWorkbench } from './support/workbench';
import { lettersOf } from './support/letters';

const workbench = useWorkbench();
const scenarios = createScenarios(Date.now());
const outcomes = scenarios.filter(({ id }) => outcomeIds.some((outcome) => outcome === id));

test('there is a ticket for every outcome', () => {
  expect(outcomes.map(({ id }) => id).sort()).toEqual([...outcomeIds].sort());
});

/** The engineer is asked once more. */
const readByStrangers = ['forged_sender', 'shared_organisation'];

/** The others of today's page differ only in what `spec/sandbox/scenario-verdicts.spec.ts` looks at without a browser. */
const ofToday = ['today_link_expired', 'today_no_subject'];
const inBrowser = scenarios.filter(({ id }) => !id.startsWith('today_') || ofToday.includes(id));

const inLight = inBrowser.map((scenario) => [scenario.id, 'light', scenario] as const);
const inDark = outcomes.map((scenario) => [scenario.id, 'dark', scenario] as const);

test.each([...inLight, ...inDark])(
  '%s in %s: verdict, preview, insert, draft kept',
  async (id, scheme, { expected, faults, ticket: { plainText, channel } }) => {
    const ticket = await workbench().open(id, { scheme });
    // A source that never answers keeps nobody waiting who has a verdict without it.
    const early = Object.values(faults).includes('timeout');
    expect(await ticket.findings({ early })).toEqual({
      verdict: expected.verdict,
      outcome: expected.outcome ?? null,
      checks: expected.checks,
      replies: expected.replies,
    });

    const [first] = expected.replies;
    if (first === undefined) return;
    const preview = ticket.reply(first).getByRole('group').first();
    await preview.waitFor();
    const promised = lettersOf(await preview.innerText());
    const before = await ticket.composer.innerHTML();
    const said = await ticket.insert(first);
    expect(said).toBe(readByStrangers.includes(id) ? 'strangers' : 'ok');
    if (said === 'strangers') await ticket.press(first, 'insert-anyway', 'ok');

    expect((await ticket.composer.innerHTML()).startsWith(before)).toBe(true);
    const written = lettersOf(await ticket.composer.innerText());
    // Plain text spells out where a link leads, so only what comes before the first link is the same.
    const comparable =
      plainText || !['email', 'web'].includes(channel) ? promised.slice(0, 60) : promised;
    expect(written).toContain(comparable);
  },
);
