import styled from 'styled-components';
import { Plain } from './primitives';
import { color, radius, small } from './theme';

/** Over what follows, so that nothing moves; as wide as the panel, so that nothing is cut off. */
const Bubble = styled.div`
  position: absolute;
  z-index: 1;
  top: 100%;
  right: 0;
  left: 0;
  padding: 6px 10px;
  border: 1px solid ${color('border.default')};
  border-radius: ${radius};
  background: ${color('background.raised')};
  box-shadow: 0 4px 12px ${color('shadow.medium')};
  font-size: ${small.size};
  line-height: 18px;
`;

export function Tooltip({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Bubble role="tooltip">
      <Plain as="div">
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Plain>
    </Bubble>
  );
}
