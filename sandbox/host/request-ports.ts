import { server } from './server';
import type { Session } from './session';
import type { RequestPorts } from './zaf-request';

/** Where a ticket's copy of the app sends its requests; nowhere while the agent is offline. */
export function requestPorts(
  session: Session,
  key: string,
  onRequest: () => void,
  onWrite: () => void,
): RequestPorts {
  async function online<T>(ask: () => Promise<T>): Promise<T> {
    if (session.view().offline) throw new Error('offline');
    onRequest();
    try {
      return await ask();
    } finally {
      onRequest();
    }
  }
  return {
    subdomain: session.workspace.account.subdomain,
    proxy: (request, signal) => online(() => server.proxy(request, key, signal)),
    async api(request, signal) {
      const answer = await online(() => server.api(request, key, signal));
      if (request.method !== 'GET') onWrite();
      return answer;
    },
  };
}
