import type { ReplyText } from '../../reply/reply';
import { Action } from '../parts/button';
import { QuietAction } from '../parts/quiet-action';
import { Row, Stack } from '../parts/layout';
import { Meta } from '../parts/text';
import { useTools } from '../tools';
import { Aftermath } from './aftermath';
import { useCopy } from './use-copy';
import { useInsertion } from './use-insertion';

interface ReplyControlsProps {
  readonly reply: ReplyText;
  readonly insertedAt: number | undefined;
}

/** The two ways into the composer, clearly named, and the way round it. */
export function ReplyControls({ reply, insertedAt }: ReplyControlsProps) {
  const { messages: t, actions } = useTools();
  const { busy, result, asksAgain, run } = useInsertion();
  const { copied, copy } = useCopy();
  const againInsert = asksAgain('insert');
  const againApply = asksAgain('apply');

  return (
    <Stack $gap={4}>
      {reply.unresolved.length > 0 && (
        <Meta>{t('reply.unresolved', { placeholders: t.list(reply.unresolved) })}</Meta>
      )}
      <Row>
        <Action
          data-action="insert"
          aria-busy={busy}
          onClick={() => {
            void run('insert', () => actions.insertReply(reply, { again: againInsert }));
          }}
        >
          {againInsert ? t('reply.insert_again') : t('reply.insert')}
        </Action>
        {reply.origin.kind === 'macro' && (
          <Action
            data-action="apply"
            title={t('reply.apply_help')}
            aria-busy={busy}
            onClick={() => {
              void run('apply', () => actions.applyMacro(reply, { again: againApply }));
            }}
          >
            {againApply ? t('reply.apply_again') : t('reply.apply')}
          </Action>
        )}
        <QuietAction
          data-action="copy"
          onClick={() => {
            void copy(reply.text);
          }}
        >
          {t('reply.copy')}
        </QuietAction>
      </Row>
      <Aftermath result={result} insertedAt={insertedAt} copied={copied} />
    </Stack>
  );
}
