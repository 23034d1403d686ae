import styled from 'styled-components';
import { Icon } from '../parts/icon';
import { Meta } from '../parts/text';
import { useTools } from '../tools';

const Line = styled(Meta)`
  display: grid;
  grid-template-columns: 14px minmax(0, 1fr);
  gap: 6px;
  align-items: start;

  svg {
    margin-top: 1px;
  }
`;

interface AftermathProps {
  readonly result: { readonly words: string; readonly refusal: string | undefined } | undefined;
  readonly insertedAt: number | undefined;
  readonly copied?: string | undefined;
}

/** What came of the last press; where nothing was pressed yet, that the reply is in the composer already. */
export function Aftermath({ result, insertedAt, copied }: AftermathProps) {
  const { messages: t } = useTools();
  const before =
    insertedAt === undefined ? undefined : t('reply.inserted', { time: t.time(insertedAt) });
  const words = result?.words ?? before;
  const refused = result?.refusal !== undefined;
  return (
    <>
      {words !== undefined && (
        <Line as="div" data-inserted={result?.refusal ?? 'ok'}>
          <Icon tone={refused ? 'cause' : 'good'} size={14} />
          <span>{words}</span>
        </Line>
      )}
      {copied !== undefined && <Meta>{copied}</Meta>}
    </>
  );
}
