import type { OpenState } from './desk-types';
import { Action } from './parts/button';
import { Spread } from './parts/layout';
import { Meta } from './parts/text';
import { useTools } from './tools';

/** When it was checked, and the way to check again. */
export function Footer({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const { running, checkedAt } = state.investigation;
  return (
    <Spread as="footer">
      <Meta>{checkedAt === undefined ? '' : t('footer.checked', { time: t.time(checkedAt) })}</Meta>
      <Action
        onClick={() => {
          actions.refresh();
        }}
      >
        {running ? t('footer.refreshing') : t('footer.refresh')}
      </Action>
    </Spread>
  );
}
