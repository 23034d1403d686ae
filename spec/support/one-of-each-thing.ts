/**
 * Whatever the panel draws is drawn in one of these: looked at with forced colours, which a browser alone knows, they
 * stand for all. `spec/panel/every-state.spec.tsx` holds that nothing is left out.
 */
export const oneOfEachThing: readonly string[] = [
  'several-causes',
  'loading',
  'reply-loading',
  'asking-by-hand',
  'strangers',
  'inserted',
  'addresses',
  'which-account',
  'decision',
  'decision-open',
  'every-answer',
  'note',
  'setup-running',
  'setup-failures',
  'settings-checked',
  'no-address',
];
