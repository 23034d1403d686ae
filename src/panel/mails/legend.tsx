import { Row } from '../parts/layout';
import { Meta } from '../parts/text';
import { useTools } from '../tools';
import { Mark } from './mark';

const tones = ['arrived', 'lost', 'underway'] as const;

export function Legend() {
  const { messages: t } = useTools();
  return (
    <Row aria-label={t('mails.legend')} role="group">
      {tones.map((tone) => (
        <Meta as="span" key={tone}>
          <svg width="12" height="12" viewBox="-8 -8 16 16" aria-hidden>
            <Mark tone={tone} />
          </svg>{' '}
          {t(`mail.tone.${tone}`)}
        </Meta>
      ))}
      <Meta as="span">{t('mails.small')}</Meta>
    </Row>
  );
}
