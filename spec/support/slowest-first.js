import { statSync } from 'node:fs';

/**
 * Jest begins with the largest files, unless it remembers how long each took, which an empty clone does not. These take
 * longest by far: begun last, one of them would run alone.
 */
const slowest = [
  'e2e/gallery',
  'e2e/gallery-languages',
  'e2e/faults',
  'e2e/replies',
  'e2e/tickets',
  'e2e/behaviour',
  'e2e/workspace',
  'e2e/start-up',
  'setup/planted-faults',
  'sandbox/fault-matrix',
  'sandbox/lookup-ways',
  'diagnosis/properties',
  'panel/every-state',
  'app/reduce',
  'app/thrown-anywhere',
  'sandbox/scenario-verdicts',
];

function placeOf({ path }) {
  const place = slowest.findIndex((name) => path.includes(`/spec/${name}.spec.`));
  return place === -1 ? slowest.length : place;
}

export default class SlowestFirst {
  sort(tests) {
    return [...tests].sort(
      (one, other) =>
        placeOf(one) - placeOf(other) || statSync(other.path).size - statSync(one.path).size,
    );
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // Nothing is remembered: the order is the same everywhere.
  }
}
