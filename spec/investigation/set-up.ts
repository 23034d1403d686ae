import { noon } from '../../fixtures/evidence';
import type { Address } from '../../src/address/address';
import type { AccountAnswer, MailLog, SuppressionEntry } from '../../src/diagnosis/answers';
import type { Edition } from '../../src/diagnosis/diagnosis';
import type { Result } from '../../src/shared/failure';
import type { SendOptions } from '../../src/shared/request';
import { createInvestigation } from '../support/run-investigation';

interface Asked<T> {
  readonly address: Address;
  readonly options: SendOptions;
  answer(result: Result<T>): Promise<void>;
}

/** A lookup whose answers come when the spec says so. */
function scripted<T>() {
  const asked: Asked<T>[] = [];
  const lookUp = (address: Address, options: SendOptions) =>
    new Promise<Result<T>>((resolve) => {
      asked.push({
        address,
        options,
        async answer(result) {
          resolve(result);
          await Promise.resolve();
          await Promise.resolve();
        },
      });
    });
  return { asked, lookUp, last: () => asked[asked.length - 1]! };
}

/** An investigation whose sources answer when the spec says so, and its clock. */
export function setUp(
  ports: { readonly accountByHand?: boolean; readonly edition?: Edition } = {},
) {
  const account = scripted<AccountAnswer>();
  const portal = scripted<MailLog>();
  const gitlab = scripted<MailLog>();
  const suppressions = scripted<readonly SuppressionEntry[]>();
  let wroteAt: number | undefined;
  let now = noon;
  const investigation = createInvestigation(
    {
      customersdot: account.lookUp,
      portal_log: portal.lookUp,
      gitlab_log: gitlab.lookUp,
      suppressions: suppressions.lookUp,
    },
    () => now,
    () => wroteAt,
    ports.accountByHand,
    ports.edition,
  );
  const customerWrites = (at: number): void => {
    wroteAt = at;
  };
  const passTime = (ms: number): void => {
    now += ms;
  };
  const state = () => investigation.getState()!;
  const outcome = () => {
    const { verdict } = state().diagnosis;
    return verdict.kind === 'settled' ? verdict.outcome : verdict.kind;
  };
  return {
    account,
    portal,
    gitlab,
    suppressions,
    investigation,
    state,
    outcome,
    customerWrites,
    passTime,
  };
}
