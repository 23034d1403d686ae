import { useState } from 'react';
import type { OpenState } from '../app/state';
import { Checks } from './checks';
import { Action } from './garden';
import { AskedPart } from './deferred';
import { Disclosure } from './disclosure';
import { Mails } from './mails';
import { Note } from './note';
import { Bone } from './starting';
import { useTools } from './tools';

/** What lies below the first view: what the verdict rests on, and what else there is to do. */
export function Details({ state }: { readonly state: OpenState }) {
  return (
    <>
      <Checks state={state} />
      <Mails state={state} />
      <Decision state={state} />
      <Note state={state} />
      <Footer state={state} />
    </>
  );
}

function Decision({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure ruled title={t('decision.heading')} open={open} onToggle={setOpen}>
      <AskedPart outline={<Bone $height={240} />}>
        {({ DecisionBody }) => (
          <DecisionBody diagnosis={state.investigation.diagnosis} handbook={state.links.handbook} />
        )}
      </AskedPart>
    </Disclosure>
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
