import type { Lookup, SuppressionEntry } from '../../diagnosis/evidence';
import type { Messages } from '../../i18n/messages';
import { failureWords } from '../failure-words';
import { Meta } from '../parts/text';
import { useTools } from '../tools';

type Entries = readonly SuppressionEntry[];

interface SuppressionsProps {
  readonly lookup: Lookup<Entries>;
}

/** Mailgun's lists, asked only when a reset was lost; a list that may not be read is a stated gap. */
export function Suppressions({ lookup }: SuppressionsProps) {
  const { messages: t } = useTools();
  if (!('at' in lookup)) return null;
  const said = lookup.state === 'failed' ? failedWords(lookup, t) : listedLines(lookup.value, t);
  const source = t('source.suppressions');
  return (
    <>
      {said.map((line) => (
        <Meta key={line}>{line}</Meta>
      ))}
      <Meta>{t('note.body.checked', { source, time: t.time(lookup.at) })}</Meta>
    </>
  );
}

function failedWords(
  { failure }: Extract<Lookup<Entries>, { state: 'failed' }>,
  t: Messages,
): readonly string[] {
  const { what, next } = failureWords(failure, t);
  return [`${t('suppression.failed')} ${what} ${next}`];
}

function listedLines(entries: Entries, t: Messages): readonly string[] {
  const listed = entries.filter((entry) => entry.listed);
  return listed.length === 0
    ? [t('suppression.none')]
    : listed.map((entry) => listedWords(entry, t));
}

function listedWords({ list, since }: SuppressionEntry, t: Messages): string {
  const name = t(`suppression.list.${list}`);
  return since === undefined
    ? t('suppression.listed_undated', { list: name })
    : t('suppression.listed', { list: name, date: t.date(since) });
}
