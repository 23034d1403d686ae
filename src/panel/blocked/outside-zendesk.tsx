import { useTools } from '../tools';
import { Notice } from './notice';

export function OutsideZendesk() {
  const { messages: t } = useTools();
  return <Notice title={t('outside.title')} text={t('outside.text')} />;
}
