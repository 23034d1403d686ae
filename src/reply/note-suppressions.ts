import type { Diagnosis } from '../diagnosis/diagnosis';
import type { SuppressionEntry } from '../diagnosis/evidence';
import type { Messages } from '../i18n/messages';
import { noteTime } from './note-time';
import { whatHappened } from './what-happened';

/** One line: Mailgun's lists that hold the address (an engineer would clear them) or why nobody knows, and when. */
export function suppressionLines(
  { evidence: { suppressions } }: Pick<Diagnosis, 'evidence'>,
  messages: Messages,
): readonly string[] {
  if (!('at' in suppressions)) return [];
  const time = noteTime(suppressions.at);
  const said =
    suppressions.state === 'failed'
      ? [messages('suppression.failed'), whatHappened(suppressions.failure, messages), time]
      : [
          ...listedLines(suppressions.value, messages),
          messages('note.body.checked', { source: messages('source.suppressions'), time }),
        ];
  return [said.join(' · ')];
}

function listedLines(entries: readonly SuppressionEntry[], messages: Messages): readonly string[] {
  const listed = entries.filter((entry) => entry.listed);
  if (listed.length === 0) return [messages('suppression.none')];
  return listed.map(({ list, domain, since }) => {
    const values = { domain, list: messages(`suppression.list.${list}`) };
    return since === undefined
      ? messages('suppression.listed_undated', values)
      : messages('note.body.suppressed', { ...values, since: noteTime(since) });
  });
}
