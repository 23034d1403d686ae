import { answerPortal } from '../../../sandbox/customersdot/create-customersdot';
import type { Answer } from '../../../sandbox/customersdot/answers';
import recordedCustomers from '../../../sandbox/customersdot/recorded-customers.json';
import { recordings, type Recording } from '../../customersdot/recordings';

function replay({ request, meta }: Recording): Answer {
  const { pathname, searchParams } = new URL(request.path, 'http://customers.example.com');
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const { AUTH: auth, ABILITY: ability } = meta.server_env;
  return answerPortal(
    {
      method: request.method,
      path: pathname,
      params: searchParams,
      headers: Object.fromEntries(headers),
      base: '',
    },
    {
      customers: recordedCustomers,
      adminEmail: 'agent@example.com',
      adminToken: 'synthetic-admin-token',
      auth,
      canExport: ability === undefined,
      deniedExport: ability === '403' ? 403 : 500,
    },
  );
}

/** Status, content type, redirect and, of JSON, every byte. Pages only have to be pages. */
function differences(recording: Recording): readonly string[] {
  const { status, headers, body } = recording.response;
  const answer = replay(recording);
  const compared: readonly (readonly [
    string,
    string | undefined | number,
    string | undefined | number,
  ])[] = [
    ['status', status, answer.status],
    ['content type', headers['content-type'], answer.headers['content-type']],
    ['location', headers['location'], answer.headers['location']],
    ...(headers['content-type']?.startsWith('application/json')
      ? ([['body', body, answer.body]] as const)
      : []),
  ];
  return compared
    .filter(([, recorded, ours]) => recorded !== ours)
    .map(
      ([what, recorded, ours]) =>
        `${recording.name}: ${what} ${String(ours)}, recorded ${String(recorded)}`,
    );
}

it('answers every recorded request as the real RailsAdmin did', () => {
  expect(recordings.length).toBe(55);
  expect(recordings.flatMap(differences)).toEqual([]);
});
