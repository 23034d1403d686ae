import type { Mail } from '../../diagnosis/evidence';
import { Row } from '../parts/layout';
import { Meta } from '../parts/text';
import { useTools } from '../tools';
import { arrivalOf } from '../../diagnosis/arrival-of';
import { Mark } from './mark';

const tones = ['arrived', 'lost', 'underway'] as const;

interface LegendProps {
  readonly mails: readonly Mail[];
}

/** Only the marks that are in the picture. */
export function Legend({ mails }: LegendProps) {
  const { messages: t } = useTools();
  return (
    <Row aria-label={t('mails.legend')} role="group">
      {tones
        .filter((tone) => mails.some(({ outcome }) => arrivalOf(outcome) === tone))
        .map((tone) => (
          <Meta as="span" key={tone}>
            <svg width="12" height="12" viewBox="-8 -8 16 16" aria-hidden>
              <Mark tone={tone} />
            </svg>{' '}
            {t(`mail.tone.${tone}`)}
          </Meta>
        ))}
      {mails.some(({ kind }) => kind !== 'reset') && <Meta as="span">{t('mails.small')}</Meta>}
    </Row>
  );
}
