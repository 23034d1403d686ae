import { fieldsOf, flagOf, idOf, listOf, textOf } from './read-value';
import type { Requester, RequesterIdentity } from './ticket-facts';

/** The framework writes `deliverableState`, the REST API `deliverable_state`. */
export function readIdentity(value: unknown): readonly RequesterIdentity[] {
  const identity = fieldsOf(value);
  const type = textOf(identity['type']);
  const address = textOf(identity['value']);
  if (type === undefined || address === undefined) return [];
  return [
    {
      type,
      value: address,
      verified: flagOf(identity['verified']),
      primary: identity['primary'] === true,
      deliverableState:
        textOf(identity['deliverableState']) ?? textOf(identity['deliverable_state']),
    },
  ];
}

export function readRequester(value: unknown): Requester | undefined {
  const user = fieldsOf(value);
  const id = idOf(user['id']);
  if (id === undefined) return undefined;
  return {
    id,
    name: textOf(user['name']) ?? '',
    email: textOf(user['email']),
    locale: textOf(user['locale']),
    identities: listOf(user['identities']).flatMap(readIdentity),
  };
}
