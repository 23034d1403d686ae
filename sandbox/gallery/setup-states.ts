import { openState } from '../../fixtures/open-state';
import {
  doneCheck,
  healthyLines,
  noSetup,
  runningCheck,
  setupView,
  swapped,
  troubledLines,
} from '../../fixtures/setup';
import { found } from './evidence';

const settled = openState(found.reseller);

/** What an admin sees of the set-up while a ticket is open. */
export const setupStates = [
  {
    id: 'setup-offered',
    title: 'The check of the set-up is offered',
    state: openState(found.customersdotDown),
    setup: { ...noSetup, isAdmin: true, offered: true },
  },
  {
    id: 'setup-running',
    title: 'The set-up is being checked',
    state: settled,
    setup: setupView(runningCheck),
  },
  {
    id: 'setup-healthy',
    title: 'The set-up was checked, and works',
    state: settled,
    setup: setupView(doneCheck(healthyLines)),
  },
  {
    id: 'setup-failures',
    title: 'The set-up was checked, and does not work',
    state: settled,
    setup: setupView(doneCheck(troubledLines), { unsafe: [swapped] }),
  },
  {
    id: 'setup-unsafe',
    title: 'A set-up that makes verdicts unsafe',
    state: settled,
    setup: setupView(doneCheck(troubledLines), { unsafe: [swapped], open: false }),
  },
];
