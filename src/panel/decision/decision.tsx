import type { Diagnosis } from '../../diagnosis/diagnosis';
import { Disclosure } from '../parts/disclosure';
import { OutLink } from '../parts/out-link';
import { useTools } from '../tools';
import { DecisionLegend } from './decision-legend';
import { DecisionPicture } from './decision-picture';
import { DecisionSteps } from './decision-steps';

interface DecisionProps {
  readonly diagnosis: Diagnosis;
  readonly handbook: string;
}

export function Decision({ diagnosis, handbook }: DecisionProps) {
  const { messages: t } = useTools();
  return (
    <Disclosure ruled title={t('decision.heading')}>
      <DecisionPicture diagnosis={diagnosis} />
      <DecisionLegend />
      <DecisionSteps trace={diagnosis.trace} />
      <div>
        <OutLink href={handbook}>{t('decision.handbook')}</OutLink>
      </div>
    </Disclosure>
  );
}
