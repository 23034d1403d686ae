import { createScenarios } from '../../sandbox/scenarios';
import { isLong, some } from '../support/runs';
import { lettersOf } from './support/letters';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();
const scenarios = createScenarios(Date.now());

/**
 * Verdict, checks and replies of every ticket are decided over HTTP, by `spec/sandbox/scenario-verdicts.spec.ts`. Here
 * is one ticket for each kind of screen that no other browser spec opens; `npm run test:long` opens them all.
 */
const kinds = {
  'a reply that no outcome is called after': 'reset_refused',
  'two replies': 'several_causes',
  'two replies, none called after its outcome': 'gave_up',
  'no reply: several accounts': 'several_accounts',
  'no reply: mails underway': 'retrying',
  'a verdict while a source never answers': 'mailgun_down_reseller',
  'a macro that is switched off': 'macro_inactive',
  'no macros at all': 'macro_not_installed',
  'the neutral reply, by mail': 'second_address_unverified',
  'the neutral reply, in a chat': 'messaging',
  'the neutral reply, on a wall': 'public_wall',
  'a reply read by a stranger': 'forged_sender',
  'a reply read by an organisation': 'shared_organisation',
  'the other edition, with its own check': 'today_link_expired',
  'the other edition, without its subjects': 'today_no_subject',
  'a slip in the address': 'near_miss',
  'a long conversation': 'long_conversation',
  'a customer who writes Japanese': 'japanese',
  'a name that is markup': 'name_markup',
  'a name that is a placeholder': 'name_placeholder',
  'a name that runs the other way': 'name_rtl',
  'a name that is endless': 'name_long',
} as const;
/** The gallery looks at every state in the dark. */
const inTheDark = 'several_causes';

/** The engineer is asked once more. */
const readByStrangers = ['forged_sender', 'shared_organisation'];

const everyTicket = scenarios.map(({ id }) => [id, id] as const);
const wanted = isLong ? some('Tickets in Chromium, by day', everyTicket) : Object.entries(kinds);
const inLight = wanted.map(([kind, id]) => [kind, id, 'light'] as const);
const dark = isLong ? some('Tickets in Chromium, by night', everyTicket) : [[inTheDark, inTheDark]];
const inDark = dark.map(([kind, id]) => [kind, id, 'dark'] as const);

test.each([...inLight, ...inDark])(
  '%s (%s in %s): verdict, preview, insert, draft kept',
  async (_, id, scheme) => {
    const scenario = scenarios.find((one) => one.id === id);
    if (!scenario) throw new Error(`There is no ticket ${id}.`);
    const { expected, faults } = scenario;
    const { plainText, channel } = scenario.ticket;
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
