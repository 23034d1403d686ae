import type { OpenState } from '../app/state';
import { Checks } from './checks';
import { Action } from './garden';
import { Decision } from './decision';
import { Mails } from './mails';
import { Note } from './note';
import { useTools } from './tools';

/** What lies below the first view: what the verdict rests on, and what else there is to do. */
export function Details({ state }: { readonly state: OpenState }) {
  const { diagnosis } = state.investigation;
  return (
    <>
      <Checks state={state} />
      <Mails state={state} />
      <Decision diagnosis={diagnosis} handbook={state.links.handbook} />
      <Note state={state} />
      <Footer state={state} />
    </>
  );
}

/** The way to check again. */
function Footer({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const { running } = state.investigation;
  return (
    <footer>
      <Action
        onClick={() => {
          actions.refresh();
        }}
      >
        {running ? t('footer.refreshing') : t('footer.refresh')}
      </Action>
    </footer>
  );
}
