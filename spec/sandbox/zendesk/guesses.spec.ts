/** @jest-environment jsdom */
import { get } from 'node:http';
import express from 'express';
import requirements from '../../../requirements.json';
import { noQuirks, quirkGroups, type Quirks } from '../../../sandbox/proxy/quirks';
import { createRequestLog } from '../../../sandbox/proxy/request-log';
import { createScenarios } from '../../../sandbox/scenarios';
import { listen, type Listening } from '../../../sandbox/servers/listen';
import { createZendeskApi, ticketHeader } from '../../../sandbox/zendesk/api';
import { applyMacro } from '../../../sandbox/zendesk/apply-macro';
import { macrosOf } from '../../../sandbox/zendesk/macros';
import { createTickets } from '../../../sandbox/zendesk/tickets';
import { createMacros } from '../../../src/zendesk/macros';
import { createFakeClock } from '../../support/fake-clock';
import { createFakeZaf, httpAnswer, httpError, rejecting } from '../../support/fake-zaf';

const agent = { id: 1, name: 'Alex', email: null, locale: 'en', identities: [] };
const now = () => Date.UTC(2026, 0, 15);
const tickets = createTickets(createScenarios(now()), agent, () => ({}), now);
const plain = 'Hello {{ticket.requester.first_name}},\n1 < 2 & <b>not bold</b>';
const macros = macrosOf({
  macros: {
    ...requirements.macros,
    written_as_plain_text: {
      title: 'Plain',
      actions: [{ field: 'comment_value', value: plain }],
    },
  },
});
const idOf = (identifier: string) => macros.find((one) => one.identifier === identifier)!.id;

let quirks: Quirks = noQuirks;
let server: Listening;

beforeAll(async () => {
  const log = createRequestLog(now);
  const api = createZendeskApi({
    tickets: () => tickets,
    macros: () => macros,
    log: () => log,
    quirks: () => quirks,
  });
  server = await listen(express().use('/api/v2', api), 0);
});

afterAll(() => server.close());

/** A document has no `fetch`. */
const answerOf = (url: string, ticket: string) =>
  new Promise<{ readonly status: number; readonly body: string }>((done, failed) => {
    get(url, { headers: { [ticketHeader]: ticket } }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, body });
      });
    }).on('error', failed);
  });

/** The macro as the app's own code reads it from the sandbox's API. */
function find(key: string, own: number | undefined) {
  const ticket = tickets.byKey(key)!;
  const client = createFakeZaf({
    paths: { 'requirement:portal_sign_in_unconfirmed': null },
    async respond({ url }) {
      const { status, body } = await answerOf(`http://127.0.0.1:${server.port}${url}`, key);
      if (status !== 200) return rejecting(httpError(status, body));
      return httpAnswer(JSON.parse(body));
    },
  });
  const ids = own === undefined ? {} : { unconfirmed: own };
  return createMacros(client, createFakeClock(now())).find('unconfirmed', ids, ticket.number);
}

describe.each(quirkGroups.zendesk.macroPreview)('a preview in the shape %s', (macroPreview) => {
  beforeEach(() => {
    quirks = { ...noQuirks, macroPreview };
  });

  it('gives the words of a macro that was written as rich text', async () => {
    const id = idOf('portal_sign_in_unconfirmed');
    const { comment } = applyMacro(
      macros.find((one) => one.id === id)!,
      tickets.byKey('unconfirmed')!,
    );
    expect(await find('unconfirmed', id)).toMatchObject({ kind: 'found', html: comment?.html });
    expect(comment?.html).toMatch(/^<p>/);
  });

  it('gives the words of a macro that was written as plain text', async () => {
    const found = await find('unconfirmed', idOf('written_as_plain_text'));
    const name = tickets.byKey('unconfirmed')!.requester.name.split(' ')[0]!;
    expect(found).toMatchObject({ text: `Hello ${name},\n1 < 2 & <b>not bold</b>` });
  });
});

describe('a macro that is kept by its title', () => {
  const seen = (key: string, macroSearch: Quirks['macroSearch']) => {
    quirks = { ...noQuirks, macroSearch };
    return find(key, undefined);
  };

  it('is found where macros can be searched for', async () => {
    expect(await seen('macro_by_title', 'answers')).toMatchObject({
      kind: 'found',
      macroId: idOf('portal_sign_in_unconfirmed'),
      ownMacro: false,
    });
  });

  it.each([
    ['macro_by_title', '404'],
    ['macro_not_installed', 'answers'],
    ['macro_inactive', 'answers'],
  ] as const)('is not there on %s, where the search %s', async (key, macroSearch) => {
    expect(await seen(key, macroSearch)).toEqual({ kind: 'not-installed' });
  });
});
