import type { Clock } from '../lib/clock';
import type { ZafClient } from './client';
import { fieldsOf, listOf } from './read-value';
import { readIdentity } from './requester';
import type { Requester } from './ticket-facts';
import { askZendesk } from './zendesk-api';

/**
 * Zendesk does not promise that the requester in the sidebar comes with every identity. Without one that holds
 * her address nothing could be said to be her own, so they are asked for; without an answer it stays unsaid.
 */
export async function withIdentities(
  client: ZafClient,
  clock: Clock,
  requester: Requester,
): Promise<Requester> {
  const { id, email, identities } = requester;
  if (email === undefined || identities.some(({ type }) => type === 'email')) return requester;

  const path = `/api/v2/users/${id}/identities.json`;
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  if (!answer.ok) return requester;
  return {
    ...requester,
    identities: listOf(fieldsOf(answer.value)['identities']).flatMap(readIdentity),
  };
}
