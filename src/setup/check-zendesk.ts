import type { Clock } from '../shared/clock';
import type { Failure, Result } from '../shared/failure';
import { fieldsOf, idOf } from '../shared/json';
import { type ZafClient, getPaths } from '../zendesk/client';
import { type ComposerReading, readComposer } from '../zendesk/composer-check';
import { readReaders } from '../zendesk/find-reply-readers';
import { askZendesk } from '../zendesk/http-answer';
import type { Settings } from '../zendesk/settings';
import { type SetupLine, type SetupLineId, type SetupMessage, lineOfFailure } from './lines';

/** How many questions are expected, for the progress that is shown. The macros have a check of their own. */
export const zendeskQuestions = 4;

export interface ZendeskWorld {
  readonly client: ZafClient;
  readonly clock: Clock;
  readonly sdk: { readonly version: string | undefined; readonly origin: string | undefined };
}

/** What the app can read in Zendesk, in the ticket that is open. Nothing is written. */
export async function* checkZendesk(
  settings: Settings | undefined,
  world: ZendeskWorld,
): AsyncGenerator<readonly SetupLine[]> {
  const { client, clock, sdk } = world;
  yield [lineOfSdk(sdk)];
  yield [lineOfComposer(await readComposer(client, clock))];
  yield await linesOfReaders(client, clock);
  if (!settings) return;
  if (settings.autoRunForms.length > 0) yield [await lineOfForms(settings, client, clock)];
  const { subscriptionEmailField: field } = settings;
  if (field !== undefined) yield [await lineOfField(field, client, clock)];
}

/** Never "fails": `connect` refuses a page that is not Zendesk's before any check can run. */
function lineOfSdk({ version, origin }: ZendeskWorld['sdk']): SetupLine {
  const id = 'zendesk-sdk';
  const host = origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : undefined;
  if (host === undefined) {
    return {
      id,
      state: 'unknown',
      found: { key: 'setup.zendesk.sdk_nowhere' },
      next: { key: 'setup.next.again' },
    };
  }
  const isVersion = version !== undefined && /^[\w.-]{1,20}$/.test(version);
  return {
    id,
    state: 'works',
    found: isVersion
      ? { key: 'setup.zendesk.sdk', values: { host, version } }
      : { key: 'setup.zendesk.sdk_no_version', values: { host } },
  };
}

function lineOfComposer(reading: Result<ComposerReading>): SetupLine {
  const id = 'zendesk-composer';
  const next = { key: 'setup.next.composer' } as const;
  if (!reading.ok) {
    return reading.failure.kind === 'malformed'
      ? { id, state: 'fails', found: { key: 'setup.zendesk.composer_unread' }, next }
      : lineOfFailure(id, reading.failure, next);
  }
  const { name, richText } = reading.value.channel;
  const values = { channel: /^[a-z_]{1,40}$/.test(name) ? name : '?' };
  const key = richText ? 'setup.zendesk.composer_rich' : 'setup.zendesk.composer_plain';
  return { id, state: 'works', found: { key, values } };
}

const inTicket: SetupMessage = { key: 'setup.next.ticket' };
const askAdmin: SetupMessage = { key: 'setup.next.zendesk' };

/** Who reads a reply, as the app asks before it offers one. */
async function linesOfReaders(client: ZafClient, clock: Clock): Promise<readonly SetupLine[]> {
  const ids = { identities: 'zendesk-identities', copies: 'zendesk-copies' } as const;
  const readers = await readReaders(client, clock);
  if (!readers.ok) {
    return Object.values(ids).map((id) => lineOfFailure(id, readers.failure, askAdmin));
  }
  const { requester, ticketId, identities, copies } = readers.value;
  const lines: SetupLine[] = [];

  const mails = identities?.filter(({ type }) => type === 'email');
  const hasMethod = mails?.every(({ verificationMethod }) => verificationMethod !== undefined);
  if (!requester) {
    lines.push(cannotTell(ids.identities, 'setup.zendesk.no_requester'));
  } else if (!mails) {
    const path = `/api/v2/users/${requester.id}/identities.json`;
    lines.push(await lineOfUnread(ids.identities, path, client, clock));
  } else if (hasMethod === false) {
    const found = { key: 'setup.zendesk.identities_no_method' } as const;
    lines.push({ id: ids.identities, state: 'fails', found, next: askAdmin });
  } else {
    const found = { key: 'setup.zendesk.identities' } as const;
    lines.push({ id: ids.identities, state: 'works', found });
  }

  if (ticketId === undefined) {
    lines.push(cannotTell(ids.copies, 'setup.zendesk.unsaved'));
  } else if (!copies) {
    lines.push(await lineOfUnread(ids.copies, `/api/v2/tickets/${ticketId}.json`, client, clock));
  } else {
    lines.push({ id: ids.copies, state: 'works', found: { key: 'setup.zendesk.copies' } });
  }
  return lines;
}

const cannotTell = (
  id: SetupLineId,
  key: 'setup.zendesk.no_requester' | 'setup.zendesk.unsaved',
): SetupLine => ({ id, state: 'unknown', found: { key }, next: inTicket });

/** Asks once more to learn why it was not read: what the app's own reading returns does not say. */
async function lineOfUnread(
  id: 'zendesk-identities' | 'zendesk-copies',
  path: string,
  client: ZafClient,
  clock: Clock,
): Promise<SetupLine> {
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  if (!answer.ok) return lineOfFailure(id, answer.failure, askAdmin);
  const key =
    id === 'zendesk-copies' ? 'setup.zendesk.copies_unread' : 'setup.zendesk.identities_unread';
  return { id, state: 'fails', found: { key }, next: askAdmin };
}

/** Requests are bounded: more forms than this nobody would list. */
const mostForms = 20;

async function lineOfForms(
  { autoRunForms }: Settings,
  client: ZafClient,
  clock: Clock,
): Promise<SetupLine> {
  const id = 'settings-forms';
  const missing: string[] = [];
  for (const form of autoRunForms.slice(0, mostForms)) {
    const path = `/api/v2/ticket_forms/${form}.json`;
    const known = await isActive(path, 'ticket_form', client, clock);
    if (known === 'no') missing.push(form);
    else if (known !== 'yes') return lineOfList(id, known);
  }
  return missing.length === 0
    ? { id, state: 'works', found: { key: 'setup.forms.known' } }
    : {
        id,
        state: 'fails',
        found: { key: 'setup.forms.not_known', values: { ids: missing } },
        next: { key: 'setup.next.forms' },
      };
}

async function lineOfField(field: string, client: ZafClient, clock: Clock): Promise<SetupLine> {
  const id = 'settings-field';
  const path = `/api/v2/ticket_fields/${field}.json`;
  const known = await isActive(path, 'ticket_field', client, clock);
  if (known === 'yes') return { id, state: 'works', found: { key: 'setup.field.known' } };
  if (known !== 'no') return lineOfList(id, known);
  const found = { key: 'setup.field.not_known', values: { id: field } } as const;
  return { id, state: 'fails', found, next: { key: 'setup.next.field' } };
}

/** A list of forms or fields that may not be read does not show that one of them is missing. */
const lineOfList = (id: 'settings-forms' | 'settings-field', failure: Failure): SetupLine => ({
  id,
  state: 'unknown',
  found: { failure },
  next: { key: 'setup.next.again' },
});

async function isActive(
  path: string,
  name: 'ticket_form' | 'ticket_field',
  client: ZafClient,
  clock: Clock,
): Promise<'yes' | 'no' | Failure> {
  const answer = await askZendesk(client, clock, { method: 'GET', path });
  if (!answer.ok) return answer.failure.kind === 'not-found' ? 'no' : answer.failure;
  const { id, active } = fieldsOf(fieldsOf(answer.value)[name]);
  if (idOf(id) === undefined) {
    return { source: 'zendesk', kind: 'malformed', what: 'wrong-shape' };
  }
  return active === false ? 'no' : 'yes';
}

/** The address of the agent who has the app open: looked up where the admin enters none. */
export async function ownAddress(client: ZafClient, clock: Clock): Promise<string | undefined> {
  const paths = await getPaths(client, clock, ['currentUser']);
  const email = paths.ok ? fieldsOf(paths.value['currentUser'])['email'] : undefined;
  return typeof email === 'string' ? email : undefined;
}
