import type { Address } from '../../../src/address/address';
import { readMailLog } from '../../../src/mailgun/read-mail-log';
import { readSuppressions } from '../../../src/mailgun/suppressions';
import { days, noon } from '../../../fixtures/evidence';
import { ofAnswer, ofRequest } from './mailgun-contract';
import { sendTo, type Exchange } from './send-to';
import { apiKey, jane, mail, oneOfEach, portal, reset, serveMailgun } from './serve';

const logs = 'post /v1/analytics/logs';

/** Everything we ask and are told when reading a log in several pages, and the lists, listed and not. */
async function exchangesOf(mails: typeof oneOfEach): Promise<readonly Exchange[]> {
  const { url, close } = await serveMailgun({ mails, pageSize: 9 });
  const { send, exchanges } = sendTo(url, apiKey);
  const query = {
    source: 'portal_log',
    region: 'us',
    domain: portal,
    subjects: { reset: [reset], confirmation: [] },
    window: { from: noon - days(30), to: noon },
  } as const;
  await readMailLog(send, query, jane as Address);
  await readSuppressions(send, { region: 'us', domain: portal }, jane as Address);
  await close();
  return exchanges;
}

function operationOf({ request }: Exchange): string {
  const list = /\/v3\/[^/]+\/(\w+)\//.exec(request.url)?.[1];
  return list === undefined ? logs : `get /v3/{domain_name}/${list}/{address}`;
}

function complaintsAbout(one: Exchange): readonly string[] {
  const operation = operationOf(one);
  const { body } = one.request;
  return [
    ...(body === undefined ? [] : ofRequest(operation, JSON.parse(body))),
    ...ofAnswer(operation, one.status, JSON.parse(one.body)),
  ];
}

test('our requests and the local Mailgun’s answers are as Mailgun describes them', async () => {
  const exchanges = [
    ...(await exchangesOf(oneOfEach)),
    ...(await exchangesOf([mail('delivered')])),
  ];
  expect(exchanges.length).toBeGreaterThan(10);
  expect(new Set(exchanges.map(({ status }) => status))).toEqual(new Set([200, 404]));
  expect(exchanges.flatMap(complaintsAbout)).toEqual([]);
});

test('so are the refusals', () => {
  expect(ofAnswer(logs, 400, { message: 'no' })).toEqual([]);
});

test('what is not as described is noticed', () => {
  const predicate = { attribute: 'recipient', comparator: '=', values: [{ value: 'a' }] };
  expect(ofRequest(logs, { filter: { AND: [predicate] } })).not.toEqual([]);
  expect(ofRequest(logs, { start: 'a', begin: 'b' })).not.toEqual([]);
  expect(ofAnswer(logs, 200, { items: [{ id: 1 }] })).not.toEqual([]);
  expect(ofAnswer(logs, 299, {})).not.toEqual([]);
});
