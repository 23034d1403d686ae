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

const inLight = scenarios.map((scenario) => [scenario.id, 'light', scenario] as const);
const inDark = outcomes.map((scenario) => [scenario.id, 'dark', scenario] as const);

test.each([...inLight, ...inDark])(
  '%s in %s: verdict, preview, insert, draft kept',
  async (id, scheme, { expected, faults, ticket: { plainText, channel, ccs, organisation } }) => {
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
    const strangers = ccs.some(({ role }) => role === undefined) || organisation?.sharedTickets;
    if (strangers && first !== 'verify_ownership') {
      expect(await ticket.insert(first)).toBe('strangers');
      await ticket.press(first, 'insert-anyway', 'ok');
    } else {
      expect(await ticket.insert(first)).toBe('ok');
    }

    expect((await ticket.composer.innerHTML()).startsWith(before)).toBe(true);
    const written = lettersOf(await ticket.composer.innerText());
    // Plain text spells out where a link leads, so only what comes before the first link is the same.
    const comparable =
      plainText || !['email', 'web'].includes(channel) ? promised.slice(0, 60) : promised;
    expect(written).toContain(comparable);
  },
);
