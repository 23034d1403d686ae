import type { OpenState } from '../app/state';
import { Cautions } from './cautions';
import { Checks } from './checks';
import { Action } from './garden';
import { Decision } from './decision';
import { Mails } from './mails';
import { Note } from './note';
import { Meta, Spread } from './primitives';
import { useTools } from './tools';

/** What lies below the first view: what to mind, what it rests on, and what else there is to do. */
export function Details({ state }: { readonly state: OpenState }) {
  const { diagnosis } = state.investigation;
  return (
    <>
      <Cautions cautions={diagnosis.cautions} />
      <Checks state={state} />
      <Mails state={state} />
      <Decision diagnosis={diagnosis} handbook={state.links.handbook} />
      <Note />
      <Footer state={state} />
    </>
  );
}

/** When it was checked, and the way to check again. */
function Footer({ state }: { readonly state: OpenState }) {
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
