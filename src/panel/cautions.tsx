import type { Caution } from '../diagnosis/cautions';
import { OutLink } from './out-link';
import { Meta, Plain, Strong } from './primitives';
import { useTools } from './tools';

/** Where the handbook page can mislead today, each with the page that says so. */
export function Cautions({ cautions }: { readonly cautions: readonly Caution[] }) {
  const { messages: t } = useTools();
  if (cautions.length === 0) return null;
  return (
    <Plain aria-label={t('caution.heading')}>
      <Meta as="li">
        <Strong>{t('caution.heading')}</Strong>
      </Meta>
      {cautions.map(({ id, link }) => (
        <Meta as="li" key={id}>
          {t(`caution.${id}`)}{' '}
          <OutLink href={link} label={t(`caution.${id}`)}>
            {t('caution.more')}
          </OutLink>
        </Meta>
      ))}
    </Plain>
  );
}
