import { Checks } from './checks/checks';
import { Decision } from './decision/decision';
import type { OpenState } from './desk-types';
import { Footer } from './footer';
import { Mails } from './mails/mails';
import { Note } from './note/note';
import { Cautions } from './verdict/cautions';

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
