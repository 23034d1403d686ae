import type { Address } from '../address/address';
import type { SuppressionEntry } from '../diagnosis/answers';
import { type Result, failed, ok } from '../shared/failure';
import { fieldAt, instantOf, textAt } from '../shared/json';
import type { IncomingAnswer, Send, SendOptions } from '../shared/request';
import {
  failureOfAnswer,
  messageOf,
  readJson,
  saysForbidden,
  type Region,
  mailgunRequest,
  spellings,
} from './logs-request';

interface SendingDomain {
  readonly region: Region;
  readonly domain: string;
}

type List = SuppressionEntry['list'];

const paths: Record<List, string> = {
  bounce: 'bounces',
  complaint: 'complaints',
  unsubscribe: 'unsubscribes',
};
const source = 'suppressions';

/** Is the address on one of the domain's lists of addresses that get no mail? One entry for each list. */
export async function readSuppressions(
  send: Send,
  from: SendingDomain,
  address: Address,
  options: SendOptions = {},
): Promise<Result<readonly SuppressionEntry[]>> {
  const lists: readonly List[] = ['bounce', 'complaint', 'unsubscribe'];
  const results = await Promise.all(
    lists.map((list) => readList(send, from, list, address, options)),
  );
  const entries: SuppressionEntry[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    entries.push(result.value);
  }
  return ok(entries);
}

/** Listed under any spelling is listed. */
async function readList(
  send: Send,
  { region, domain }: SendingDomain,
  list: List,
  address: Address,
  options: SendOptions,
): Promise<Result<SuppressionEntry>> {
  let entry: SuppressionEntry = { domain, list, listed: false };
  for (const spelling of spellings(address)) {
    const path = `/v3/${encodeURIComponent(domain)}/${paths[list]}/${encodeURIComponent(spelling)}`;
    const request = { ...mailgunRequest(source, region, path), cacheKey: `${region} ${path}` };
    const answer = await send(request, options);
    if (!answer.ok) return answer;
    const read = readEntry(answer.value, entry, spelling);
    if (!read.ok) return read;
    entry = read.value;
    if (entry.listed) break;
  }
  return ok(entry);
}

function readEntry(
  answer: IncomingAnswer,
  unlisted: SuppressionEntry,
  spelling: string,
): Result<SuppressionEntry> {
  if (isNotListed(answer)) return ok(unlisted);
  // The same key has just read the logs: refused here, it may not read the lists.
  if (saysForbidden(answer)) {
    return failed({ source, kind: 'forbidden', status: 401 });
  }
  const failure = failureOfAnswer(source, answer);
  if (failure) return failed(failure);
  const json = readJson(source, answer);
  if (!json.ok) return json;
  if (textAt(json.value, 'address')?.toLowerCase() !== spelling.toLowerCase()) {
    return failed({ source, kind: 'malformed', what: 'wrong-shape' });
  }

  const since = instantOf(fieldAt(json.value, 'created_at'));
  return ok({
    ...unlisted,
    listed: true,
    ...(since === undefined ? {} : { since }),
  });
}

/** A 404 in Mailgun's JSON means "not on the list", but for the one that means "no such domain". */
function isNotListed(answer: IncomingAnswer): boolean {
  if (answer.status !== 404) return false;
  const message = messageOf(source, answer);
  return message !== undefined && !/domain not found/i.test(message);
}
