import type { DeskState } from '../../desk/desk';
import { AddressChoice } from '../address/address-choice';
import { visibleText } from '../../reply/visible-text';
import { useTools } from '../tools';
import { Notice } from './notice';

type NoAddressProps = Pick<Extract<DeskState, { kind: 'no-address' }>, 'found' | 'candidates'>;

export function NoAddress({ found, candidates }: NoAddressProps) {
  const { messages: t } = useTools();
  const title = found === undefined ? t('no_address.title') : t('no_address.bad_title');
  const words =
    found === undefined ? '' : `${t('no_address.found', { found: visibleText(found) })} `;
  return (
    <Notice title={title} text={`${words}${t('no_address.text')}`}>
      <AddressChoice candidates={candidates} selected={undefined} />
    </Notice>
  );
}
