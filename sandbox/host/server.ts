import type { ProxyAnswer } from '../proxy/fault';
import type { LogEntry } from '../proxy/request-log';
import type { ProxyRequest } from '../proxy/resolve-request';
import type { Switches, TicketView, Workspace } from '../wire';
import type { AppliedMacro } from '../zendesk/apply-macro';
import type { ApiRequest } from './zaf-request';

/** The sandbox's own server, which plays Zendesk's. */
export const server = {
  workspace: () => get<Workspace>('/sandbox/workspace'),
  requests: () => get<readonly LogEntry[]>('/sandbox/requests'),
  reset: () => post<unknown>('/sandbox/reset'),
  /** One of the sandbox's switches: `faults/portal_log/down`, `quirks/body/cut-off`. */
  turn: (what: string) => post<Switches>(`/sandbox/${what}`),
  macro: (ticket: string, macro: number) =>
    get<AppliedMacro>(`/sandbox/tickets/${ticket}/macros/${macro}`),
  comment: (ticket: string, comment: { readonly html: string; readonly public: boolean }) =>
    post<TicketView>(`/sandbox/tickets/${ticket}/comments`, comment),
  update: (ticket: string, change: Partial<TicketView>) =>
    post<TicketView>(`/sandbox/tickets/${ticket}`, change),

  async proxy(request: ProxyRequest, ticket: string, signal: AbortSignal): Promise<ProxyAnswer> {
    const response = await fetch('/sandbox/proxy', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Sandbox-Ticket': ticket },
      body: JSON.stringify(request),
      signal,
    });
    return (await response.json()) as ProxyAnswer;
  },
  async api(
    { path, method, headers, body }: ApiRequest,
    ticket: string,
    signal: AbortSignal,
  ): Promise<ProxyAnswer> {
    const response = await fetch(path, {
      method,
      headers: { ...headers, 'X-Sandbox-Ticket': ticket },
      signal,
      ...(body === undefined ? {} : { body }),
    });
    return {
      kind: 'answer',
      status: response.status,
      body: await response.text(),
      headers: Object.fromEntries(response.headers),
    };
  },
};

async function get<T>(path: string): Promise<T> {
  return read<T>(await fetch(path));
}

async function post<T>(path: string, body: unknown = {}): Promise<T> {
  return read<T>(
    await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
  return (await response.json()) as T;
}
