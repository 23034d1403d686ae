import type { TraceStep } from '../../diagnosis/diagnosis';
import { valueWords } from '../answer-words';
import { Action } from '../parts/button';
import { Row } from '../parts/layout';
import { Meta } from '../parts/text';
import { useTools } from '../tools';

interface HandAnswerProps {
  readonly step: TraceStep;
  readonly id: string;
  readonly onDone: () => void;
}

/** What the engineer saw with her own eyes: one press answers the check. */
export function HandAnswer({ step: { check, answersLeft }, id, onDone }: HandAnswerProps) {
  const { messages: t, actions } = useTools();
  return (
    <Row id={id} role="group" aria-label={t(`check.${check}`)}>
      <Meta>{t('hand.question')}</Meta>
      {answersLeft.map((value) => (
        <Action
          key={value}
          onClick={() => {
            actions.answerByHand(check, value);
            onDone();
          }}
        >
          {valueWords(check, value, t)}
        </Action>
      ))}
    </Row>
  );
}
