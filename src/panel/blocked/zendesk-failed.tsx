import type { Failure } from '../../lib/failure';
import { failureWords } from '../failure-words';
import { Action } from '../parts/button';
import { keepFocus } from '../parts/keep-focus';
import { useTools } from '../tools';
import { Notice } from './notice';

export function ZendeskFailed({ failure }: { readonly failure: Failure }) {
  const { messages: t, actions } = useTools();
  const { what, next } = failureWords(failure, t);
  return (
    <Notice title={t('zendesk_failed.title')} text={`${what} ${next}`}>
      <div>
        <Action
          onClick={(event) => {
            keepFocus(event);
            actions.refresh();
          }}
        >
          {t('zendesk_failed.retry')}
        </Action>
      </div>
    </Notice>
  );
}
