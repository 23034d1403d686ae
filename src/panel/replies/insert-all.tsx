import { Action } from '../parts/button';
import { Stack } from '../parts/layout';
import { useTools } from '../tools';
import { Aftermath } from './aftermath';
import { useInsertion } from './use-insertion';

/** Every reply as one message, with one greeting and one closing. */
export function InsertAll({ count }: { readonly count: number }) {
  const { messages: t, actions } = useTools();
  const { busy, result, asksAgain, run } = useInsertion();
  const again = asksAgain('insert');
  return (
    <Stack $gap={4}>
      <div>
        <Action
          data-action="insert-all"
          aria-busy={busy}
          onClick={() => {
            void run('insert', () => actions.insertAll({ again }));
          }}
        >
          {again ? t('reply.insert_again') : t('reply.insert_all', { count })}
        </Action>
      </div>
      <Aftermath result={result} insertedAt={undefined} />
    </Stack>
  );
}
