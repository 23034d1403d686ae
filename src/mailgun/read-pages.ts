import type { Failure } from '../lib/failure';
import type { Send, SendOptions } from '../lib/request';
import { ok, type Result } from '../lib/result';
import { readLogsPage, type LogsPage } from './logs-page';
import { logsRequest, type LogQuery, type LogsQuestion } from './logs-request';

export interface PagesRead {
  readonly items: readonly unknown[];
  /** There is more than was read. */
  readonly truncated: boolean;
  /** What kept the rest from being read. */
  readonly failure?: Failure;
  readonly first: LogsPage;
}

/** Newest first, five hundred events: what is left out is the oldest, and it is said. */
const maxPages = 5;

export async function readPages(
  send: Send,
  query: LogQuery,
  question: LogsQuestion,
  options: SendOptions,
): Promise<Result<PagesRead>> {
  const ask = async (token?: string): Promise<Result<LogsPage>> => {
    const request = logsRequest(query, token === undefined ? question : { ...question, token });
    const answer = await send(request, options);
    return answer.ok ? readLogsPage(query.source, answer.value, query.window.to) : answer;
  };

  const first = await ask();
  if (!first.ok) return first;
  const items = [...first.value.items];
  const seen = new Set<string>();
  let page = first.value;
  let emptyPages = items.length === 0 ? 1 : 0;

  for (let read = 1; page.next !== undefined; read += 1) {
    // Two empty pages running are the end, whatever the token promises; one may be a gap.
    if (emptyPages === 2) break;
    const inCircles = seen.has(page.next);
    if (read === maxPages || inCircles) return ok({ items, truncated: true, first: first.value });
    seen.add(page.next);

    const next = await ask(page.next);
    if (!next.ok) {
      if (next.failure.kind === 'cancelled') return next;
      // What was read stays true, and the newest is in it.
      return ok({ items, truncated: true, failure: next.failure, first: first.value });
    }
    page = next.value;
    items.push(...page.items);
    emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
  }
  return ok({ items, truncated: false, first: first.value });
}
