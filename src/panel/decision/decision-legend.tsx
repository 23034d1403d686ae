import { Row } from '../parts/layout';
import { Meta } from '../parts/text';
import { useTools } from '../tools';
import { TreeSvg } from './decision-picture';

const states = [
  ['taken', 'tree.taken'],
  ['open', 'tree.open'],
  ['not-taken', 'tree.not_taken'],
] as const;

/** What the three kinds of line mean. */
export function DecisionLegend() {
  const { messages: t } = useTools();
  return (
    <Row>
      {states.map(([state, words]) => (
        <Row key={state}>
          <TreeSvg width="18" height="8" aria-hidden>
            <line className={state} x1="0" x2="18" y1="4" y2="4" />
          </TreeSvg>
          <Meta as="span">{t(words)}</Meta>
        </Row>
      ))}
    </Row>
  );
}
