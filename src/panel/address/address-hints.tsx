import type { OpenState } from '../desk-types';
import { QuietAction } from '../parts/quiet-action';
import { keepFocus } from '../parts/keep-focus';
import { Row } from '../parts/layout';
import { Meta } from '../parts/text';
import { useTools } from '../tools';

/** A slip of the finger, or an account that only looks like this one: said, never acted on. */
export function AddressHints({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const { account } = state.investigation.diagnosis.evidence;
  const lookAlikes = account.state === 'answered' ? account.value.lookAlikes : [];
  const { nearMiss } = state;
  return (
    <>
      {nearMiss !== undefined && (
        <Row>
          <Meta>{t('address.near_miss', { address: nearMiss })}</Meta>
          <QuietAction
            onClick={(event) => {
              keepFocus(event);
              actions.selectAddress(nearMiss);
            }}
          >
            {t('address.check')}
          </QuietAction>
        </Row>
      )}
      {lookAlikes.length > 0 && (
        <Meta>{t('address.look_alikes', { addresses: t.list(lookAlikes) })}</Meta>
      )}
    </>
  );
}
