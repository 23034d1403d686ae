import recordedCustomers from './customersdot/recorded-customers.json';
import type { CustomerSeed } from './customersdot/columns';
import { addresses } from './scenarios/addresses';
import { mails } from './scenarios/mails';
import { active, make } from './scenarios/make';
import { oneTimeLinks } from './scenarios/one-time-link';
import { outcomes } from './scenarios/outcomes';
import { people } from './scenarios/people';
import { readers } from './scenarios/readers';
import type { Scenario, UserSeed } from './scenarios/scenario';
import { tickets } from './scenarios/tickets';
import { troubles } from './scenarios/troubles';

/** Who is at the screen, and has a portal account too: the check of the set-up looks it up. */
export const agent: UserSeed = {
  id: 5001,
  name: 'Alex Agent',
  email: 'alex.agent@example.com',
  locale: 'en-US',
  identities: [],
};

/** Every ticket of the sandbox. Times are told from `now`. */
export const createScenarios = (now: number): readonly Scenario[] =>
  [outcomes, addresses, troubles, mails, tickets, readers, people, oneTimeLinks]
    .flat()
    .map((draft, index) => make(draft, index, now));

/** One portal for all tickets, with the recorded customers in it: look-alikes meet each other. */
export function customersOf(scenarios: readonly Scenario[]): readonly CustomerSeed[] {
  const own = { ...active('alex.agent@example.com'), id: 900 };
  return [...recordedCustomers, own, ...scenarios.flatMap(({ customers }) => customers)];
}
