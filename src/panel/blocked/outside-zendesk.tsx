import type { DeskState } from '../../desk/desk';
import { useTools } from '../tools';
import { Notice } from './notice';

type OutsideZendeskProps = Pick<Extract<DeskState, { kind: 'outside-zendesk' }>, 'why'>;

/** Opened on its own, or cut off from Zendesk: the two call for different things. */
export function OutsideZendesk({ why }: OutsideZendeskProps) {
  const { messages: t } = useTools();
  return why === 'sdk-missing' ? (
    <Notice title={t('outside.no_sdk.title')} text={t('outside.no_sdk.text')} />
  ) : (
    <Notice title={t('outside.title')} text={t('outside.text')} />
  );
}
