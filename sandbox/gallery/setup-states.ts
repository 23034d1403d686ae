import { openState } from '../../fixtures/open-state';
import {
  brokenSettingsLines,
  doneCheck,
  healthyLines,
  noSetup,
  offlineLines,
  runningCheck,
  setupView,
  stoppedCheck,
  swapped,
  troubledLines,
} from '../../fixtures/setup';
import type { SetupView } from '../../src/app/panel-contract';
import { found } from './evidence';
import type { GalleryState } from './reader-states';

const checked = (id: string, title: string, setup: SetupView): GalleryState => ({
  id,
  title,
  state: openState(found.reseller),
  setup,
});

const wrongRegion = {
  setting: 'mailgun_region',
  problem: 'not-one-of',
  expected: { kind: 'one-of', values: ['us'] },
} as const;

/** The set-up: while a ticket is open, and where there is none yet. */
export const setupStates: readonly GalleryState[] = [
  {
    id: 'setup-offered',
    title: 'The check of the set-up is offered',
    state: openState(found.customersdotDown),
    setup: { ...noSetup, isAdmin: true, offered: true },
  },
  checked('setup-running', 'The set-up is being checked', setupView(runningCheck)),
  checked('setup-healthy', 'The set-up was checked, and works', setupView(doneCheck(healthyLines))),
  checked(
    'setup-failures',
    'The set-up was checked, and does not work',
    setupView(doneCheck(troubledLines), { unsafe: [swapped] }),
  ),
  checked('setup-cancelled', 'The check of the set-up was stopped', setupView(stoppedCheck)),
  {
    id: 'setup-offline',
    title: 'The set-up was checked, and nobody answered',
    state: openState(found.everythingDown),
    setup: setupView(doneCheck(offlineLines)),
  },
  checked(
    'setup-unavailable',
    'The check of the set-up did not load',
    setupView({ kind: 'idle' }, { now: { kind: 'unavailable' } }),
  ),
  checked(
    'setup-unsafe',
    'A set-up that makes verdicts unsafe',
    setupView(doneCheck(troubledLines), { unsafe: [swapped], open: false }),
  ),
  {
    id: 'settings-admin',
    title: 'Set-up broken, for an admin',
    setup: { ...noSetup, isAdmin: true, offered: true },
    state: {
      kind: 'settings-broken',
      isAdmin: true,
      problems: [
        wrongRegion,
        {
          setting: 'log_window_days',
          problem: 'not-whole',
          expected: { kind: 'whole-number', from: 1, to: 90 },
        },
        {
          setting: 'macro_ids',
          problem: 'no-equals-sign',
          expected: { kind: 'example', value: 'reseller = 360001234567' },
        },
      ],
    },
  },
  {
    id: 'settings-checked',
    title: 'Set-up broken, and checked',
    setup: setupView(doneCheck(brokenSettingsLines)),
    state: {
      kind: 'settings-broken',
      isAdmin: true,
      problems: [wrongRegion],
    },
  },
  {
    id: 'settings-agent',
    title: 'Set-up broken, for an agent',
    state: {
      kind: 'settings-broken',
      isAdmin: false,
      problems: [
        {
          setting: 'customersdot_host',
          problem: 'host-not-whitelisted',
          expected: {
            kind: 'one-of',
            values: ['customers.gitlab.com'],
          },
        },
      ],
    },
  },
];
