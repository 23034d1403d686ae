import { useId, useState } from 'react';
import { factDomains } from '../../diagnosis/facts';
import type { TraceStep } from '../../diagnosis/diagnosis';
import { answerWords } from '../answer-words';
import { Action, QuietAction } from '../parts/button';
import { Row } from '../parts/layout';
import { Meta } from '../parts/text';
import { useTools } from '../tools';

/** For a gap: what the engineer saw with her own eyes. For such an answer: that it is hers, and the way back. */
export function HandAnswer({ step }: { readonly step: TraceStep }) {
  const { messages: t, actions } = useTools();
  const [asking, setAsking] = useState(false);
  const id = useId();
  const { check, fact } = step;
  const name = t(`check.${check}`);

  if (fact.known) {
    if (fact.by !== 'hand') return null;
    return (
      <Row>
        <Meta>{t('hand.marked', { time: t.time(fact.at) })}</Meta>
        <QuietAction
          aria-label={`${t('hand.take_back')}: ${name}`}
          onClick={() => {
            actions.answerByHand(check, undefined);
            setAsking(false);
          }}
        >
          {t('hand.take_back')}
        </QuietAction>
      </Row>
    );
  }
  if (fact.why.kind === 'pending' || fact.why.kind === 'no-account') return null;
  return (
    <Row>
      <QuietAction
        aria-expanded={asking}
        aria-controls={id}
        aria-label={`${t('hand.answer')}: ${name}`}
        onClick={() => {
          setAsking(!asking);
        }}
      >
        {asking ? t('hand.cancel') : t('hand.answer')}
      </QuietAction>
      <Row id={id} role="group" aria-label={name}>
        {asking &&
          factDomains[check].map((value) => (
            <Action
              key={value}
              onClick={() => {
                actions.answerByHand(check, value);
              }}
            >
              {answerWords(check, { known: true, value, by: 'hand', at: 0 }, t)}
            </Action>
          ))}
      </Row>
    </Row>
  );
}
