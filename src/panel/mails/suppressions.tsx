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
  const said = lookup.state === 'failed' ? failedWords(lookup, t) : answerWords(lookup, t);
  return (
    <>
      {said.map((line) => (
        <Meta key={line}>{line}</Meta>
      ))}
    </>
  );
}

function failedWords(
  { failure, at }: Extract<Lookup<Entries>, { state: 'failed' }>,
  t: Messages,
): readonly string[] {
  const { what, next } = failureWords(failure, t);
  return [`${t('suppression.failed')} ${what} ${next} · ${t.time(at)}`];
}

function answerWords(
  { value, at }: Extract<Lookup<Entries>, { state: 'answered' }>,
  t: Messages,
): readonly string[] {
  const listed = value.filter((entry) => entry.listed).map((entry) => listedWords(entry, t));
  const checked = { source: t('source.suppressions'), time: t.time(at) };
  return [
    ...(listed.length === 0 ? [t('suppression.none')] : listed),
    t('note.body.checked', checked),
  ];
}

function listedWords({ list, since }: SuppressionEntry, t: Messages): string {
  const name = t(`suppression.list.${list}`);
  return since === undefined
    ? t('suppression.listed_undated', { list: name })
    : t('suppression.listed', { list: name, date: t.date(since) });
}
