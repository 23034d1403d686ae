import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { parseAddress } from '../../src/address/address';
import { readAccounts } from '../../src/customersdot/read-accounts';
import { schemaProblems } from './validate-package';

export interface Finding {
  readonly what: string;
  /** What differs from the contract, without anything that the other side said; `undefined`: nothing. */
  readonly differs: string | undefined;
}

export interface Check {
  /** Has one `{email}`. */
  readonly url: string;
  readonly token: string;
  /** An address that has an account. */
  readonly known: string | undefined;
  readonly fetch: typeof fetch;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What the command was asked; `undefined`: nothing that it can do, an option that it does not know among it. */
export function readQuestion(args: readonly string[]): Pick<Check, 'url' | 'known'> | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { known: { type: 'string' } },
    });
    const [url = '', ...others] = positionals;
    const { known } = values;
    const { protocol, hostname } = new URL(url.replace('{email}', 'x'));
    // The token goes along.
    const isSafe = protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
    const isOne = url.split('{email}').length === 2 && others.length === 0;
    const isAddress = known === undefined || parseAddress(known).ok;
    return isSafe && isOne && isAddress ? { url, known } : undefined;
  } catch {
    return undefined;
  }
}

const unknownAddress = 'no.such.account.4711@example.com';
const timeLimitMs = 10_000;

/** Holds an endpoint against docs/lookup-api.yaml, and says of each point what differs. */
export async function checkLookup(check: Check, root: string): Promise<readonly Finding[]> {
  const { url, token, known } = check;
  const differsFromSchema = schemaOf(root);

  async function ask(email: string, authorization: string | undefined, method = 'GET') {
    const response = await check.fetch(url.replace('{email}', encodeURIComponent(email)), {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMs),
      headers: {
        Accept: 'application/json',
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
    });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: await response.text() };
  }
  const bearer = `Bearer ${token}`;
  const nobody = (email: string) => async () => {
    const answer = await ask(email, bearer);
    return differsFromSchema(answer) ?? isNobody(answer, email);
  };
  const account = (email: string) => async () => {
    const answer = await ask(email, bearer);
    return differsFromSchema(answer) ?? isAccount(answer, email);
  };
  const status =
    (wanted: readonly number[], ...asked: Parameters<typeof ask>) =>
    async () => {
      const { status: given } = await ask(...asked);
      return wanted.includes(given) ? undefined : `status ${given}`;
    };

  type Point = readonly [what: string, judge: () => Promise<string | undefined>];
  const points: readonly Point[] = [
    ['an address without an account: an empty list', nobody(unknownAddress)],
    ['% is a letter, not a wildcard', nobody('a%@example.com')],
    ['_ is a letter, not a wildcard', nobody('no_such_account_4711@example.com')],
    ...['', ' ', 'nobody', '%'].map((email): Point => [
      `${JSON.stringify(email)} is no address: 422, and nobody`,
      status([422], email, bearer),
    ]),
    ['without a token: 401', status([401], unknownAddress, undefined)],
    ['with another token: 401', status([401], unknownAddress, 'Bearer another')],
    ...['POST', 'PUT', 'DELETE'].map((method): Point => [
      `${method} is not there`,
      status([404, 405, 422], unknownAddress, bearer, method),
    ]),
    ...(known === undefined
      ? []
      : ([
          ['an address with an account', account(known)],
          ['the same address in capitals', account(known.toUpperCase())],
          ['a part of it is not it', nobody(known.slice(1))],
        ] as const)),
  ];
  const found: Finding[] = [];
  // One after the other: an endpoint may limit how often it is asked.
  for (const [what, judge] of points) {
    const differs = await judge().catch((error: unknown) =>
      error instanceof Error && error.name === 'TimeoutError'
        ? `no answer within ${timeLimitMs / 1000} s`
        : 'no answer',
    );
    found.push({ what, differs });
  }
  return found;
}

function schemaOf(root: string): (answer: Answer) => string | undefined {
  const contract = parse(readFileSync(resolve(root, 'docs/lookup-api.yaml'), 'utf8')) as object;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(contract, 'contract');
  const validate = ajv.compile({ $ref: 'contract#/components/schemas/Answer' });
  return ({ status, type, body }) => {
    if (status !== 200) return `status ${status}`;
    if (!/^application\/json\b/i.test(type)) return 'not application/json';
    let json: unknown;
    try {
      json = JSON.parse(body);
    } catch {
      return 'not JSON';
    }
    if (validate(json)) return undefined;
    return schemaProblems(validate.errors).join('; ');
  };
}

/** As the app itself would read it. */
function isNobody({ body }: Answer, email: string): string | undefined {
  const list = (JSON.parse(body) as { readonly customers: readonly unknown[] }).customers;
  if (list.length > 0) return `${list.length} accounts`;
  const address = parseAddress(email);
  const read = address.ok ? readAccounts(body, address.value, 20) : undefined;
  return read?.ok === false ? 'the app cannot read it' : undefined;
}

function isAccount({ body }: Answer, email: string): string | undefined {
  const address = parseAddress(email);
  if (!address.ok) return 'not an address that the app would ask about';
  const read = readAccounts(body, address.value, 20);
  if (!read.ok) return 'the app cannot read it';
  const { accounts, lookAlikes } = read.value;
  if (lookAlikes.length > 0) return 'other addresses are in the list';
  return accounts.length === 1 ? undefined : `${accounts.length} accounts`;
}
