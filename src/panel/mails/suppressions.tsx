import type { Lookup, SuppressionEntry } from '../../diagnosis/evidence';
import type { Messages } from '../../i18n/messages';
import { Meta } from '../parts/text';
import { useTools } from '../tools';

interface SuppressionsProps {
  readonly lookup: Lookup<readonly SuppressionEntry[]>;
}

/** Mailgun's lists, asked only when a reset was lost; a list that may not be read is a stated gap. */
export function Suppressions({ lookup }: SuppressionsProps) {
  const { messages: t } = useTools();
  if (lookup.state === 'failed') return <Meta>{t('suppression.failed')}</Meta>;
  if (lookup.state !== 'answered') return null;
  const listed = lookup.value.filter((entry) => entry.listed);
  if (listed.length === 0) return <Meta>{t('suppression.none')}</Meta>;
  return (
    <>
      {listed.map((entry) => (
        <Meta key={`${entry.domain} ${entry.list}`}>{listedWords(entry, t)}</Meta>
      ))}
    </>
  );
}

function listedWords({ list, since }: SuppressionEntry, t: Messages): string {
  const name = t(`suppression.list.${list}`);
  return since === undefined
    ? t('suppression.listed_undated', { list: name })
    : t('suppression.listed', { list: name, date: t.date(since) });
}
