import { useState } from 'react';
import type { AppActions, OpenState, ComposedNote, NoteQuestion } from '../app/panel-contract';
import { hasAnswers } from '../diagnosis/evidence';
import { CheckSetupAction, Checks, SetupOffer } from './checks';
import { AskedPart, Banner, SetupPart } from './deferred-part';
import { QuietAction, keepFocus, Disclosure, useFold } from './folds';
import { Action, Cancel } from './garden';
import { leftoverWords } from './announcements';
import { Mails } from './mails';
import { Bone, Heading, Meta, Row, Section, Spread } from './primitives';
import { useSay, useTools } from './tools';
import { TakeOut, deliberate, useCopy } from './insertion';
import { Cautions, isNeutral } from './verdict-more';

/** The chunk of what the first view can do without: fetched while the sources are asked. */
export { Announcements } from './announcements';
export { Garden } from './garden';
export { ReplyList } from './reply-list';
export { VerdictBody } from './verdict-body';

/** What has to be known before anything else is read. */
export function Banners({ state }: { readonly state: OpenState }) {
  const { requesterChanged, leftover, offline, investigation } = state;
  // Where nothing is known for that reason, the verdict says it.
  const isOfflineAbove =
    offline && !(investigation.cutOff && !hasAnswers(investigation.diagnosis.evidence));
  return (
    <>
      {(requesterChanged || leftover) && <FormerRequester {...{ requesterChanged, leftover }} />}
      {isOfflineAbove && <Offline checkedAt={investigation.checkedAt} />}
    </>
  );
}

/**
 * That the requester was changed, and of a reply that is none of those below what to do: it must not be sent unseen, least
 * of all to another requester.
 */
function FormerRequester({
  requesterChanged,
  leftover,
}: Pick<OpenState, 'requesterChanged' | 'leftover'>) {
  const { messages: t, actions } = useTools();
  return (
    <Banner>
      {requesterChanged && <div>{t('requester_changed.text')}</div>}
      {leftover && <div>{leftoverText(leftover)}</div>}
      {leftover?.sure === true && !leftover.canTakeOut && <div>{t('reply.by_hand')}</div>}
      <Row>
        {leftover?.canTakeOut === true && <TakeOut />}
        {requesterChanged && (
          <QuietAction
            onClick={(event) => {
              keepFocus(event);
              actions.dismissRequesterChange();
            }}
          >
            {t('requester_changed.dismiss')}
          </QuietAction>
        )}
      </Row>
    </Banner>
  );

  function leftoverText(of: NonNullable<OpenState['leftover']>): string {
    if (requesterChanged || !of.ofAnother) return leftoverWords(of, t);
    return t(of.sure ? 'leftover.text' : 'leftover.maybe', { address: of.about });
  }
}

function Offline({ checkedAt }: { readonly checkedAt: number | undefined }) {
  const { messages: t } = useTools();
  return (
    <Banner>
      {checkedAt === undefined
        ? t('offline.nothing')
        : t('offline.text', { time: t.time(checkedAt) })}
    </Banner>
  );
}

/**
 * What lies below the reply: the next thing to do, and what the verdict rests on. A log may answer when all of it is there
 * already: what is pressed stands above, what an answer makes longer below, the emails last of all.
 */
export function Details({ state }: { readonly state: OpenState }) {
  return (
    <>
      <Note state={state} />
      <Checks state={state} />
      <Decision state={state} />
      <Mails state={state} />
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

/** The admin's way to the check of the set-up, and the check in its place once it is open. */
export function SetupLink() {
  const { setup } = useTools();
  if (setup.open) return <SetupPart>{({ CheckSetup }) => <CheckSetup setup={setup} />}</SetupPart>;
  if (setup.offered) return <SetupOffer />;
  return (
    <footer>
      <CheckSetupAction />
    </footer>
  );
}

/** Half-written notes, by what they are about: the screen they stand on may go for a while, and another address come. */
const halfWritten = new WeakMap<AppActions, Map<string, string>>();

function useHalfWritten({ ticket, selected }: OpenState) {
  const { actions } = useTools();
  const notes = halfWritten.get(actions) ?? new Map<string, string>();
  halfWritten.set(actions, notes);
  const about = [ticket.id, ticket.requester?.id, selected.address].join(' ');
  const [edited, setEdited] = useState(notes.get(about));

  function keep(text: string | undefined): void {
    if (text === undefined) notes.delete(about);
    else notes.set(about, text);
    setEdited(text);
  }

  return [edited, keep] as const;
}

/** The findings as an internal note: posted as they are, or looked at and changed first. */
export function Note({ state }: { readonly state: OpenState }) {
  const { messages: t, actions, clock } = useTools();
  const say = useSay();
  const { copied, copy } = useCopy();
  const [edited, setEdited] = useHalfWritten(state);
  const fold = useFold(edited !== undefined);
  const [note, setNote] = useState<ComposedNote>();
  const [posting, setPosting] = useState(false);
  const [asked, setAsked] = useState<readonly NoteQuestion[]>([]);
  const [outcome, setOutcome] = useState<string>();
  const { notePostedAt } = state;
  const asks = asked.at(-1)?.asks;

  function tell(words: string): void {
    setOutcome(words);
    say(words);
  }

  async function compose(): Promise<ComposedNote | undefined> {
    const composed = await actions.composeNote();
    setNote(composed);
    if (!composed) tell(t('note.not_ready'));
    return composed;
  }

  async function post(): Promise<void> {
    if (posting) return;
    setPosting(true);
    const ready = (fold.open && note) || (await compose());
    const posted = ready && (await actions.postNote({ told: asked.map(({ why }) => why), edited }));
    setPosting(false);
    if (!posted) return;
    setAsked('asks' in posted ? [...asked, posted] : []);
    if (!posted.ok) {
      const values = 'at' in posted ? { time: t.time(posted.at) } : undefined;
      tell(t(`note.failed.${posted.why}`, values));
      return;
    }
    tell(t('note.posted', { time: t.time(clock.now()) }));
    setEdited(undefined);
    if (fold.open) fold.close();
  }

  const shown = edited ?? note?.text;
  return (
    <Section aria-label={t('note.heading')} onKeyDown={fold.onKeyDown}>
      <Spread>
        <Heading>{t('note.heading')}</Heading>
        <QuietAction
          {...fold.opener}
          aria-label={fold.open ? t('note.close') : t('note.edit_long')}
          onClick={(event) => {
            if (!fold.open) void compose();
            fold.toggle(event);
          }}
        >
          {fold.open ? t('address.close') : t('note.edit')}
        </QuietAction>
      </Spread>
      {isNeutral(state) && <Cautions state={state} />}
      {fold.open && shown !== undefined && (
        <AskedPart outline={<Bone $height={240} />}>
          {({ NoteEditor }) => (
            <NoteEditor
              id={fold.id}
              value={shown}
              isPosting={posting}
              onChange={(text) => {
                setEdited(text === note?.text ? undefined : text);
              }}
            />
          )}
        </AskedPart>
      )}
      <Row>
        <Action
          data-action="post-note"
          {...deliberate(() => {
            void post();
          })}
          aria-busy={posting}
        >
          {posting ? t('note.posting') : t(asks === undefined ? 'note.post' : `note.post_${asks}`)}
        </Action>
        <QuietAction
          aria-label={t('note.copy_long')}
          onClick={() => {
            void compose().then((composed) => composed && copy(edited ?? composed.text));
          }}
        >
          {t('note.copy')}
        </QuietAction>
        {asks !== undefined && (
          <Cancel
            label={t('reply.named', { words: t('reply.cancel'), heading: t('note.heading') })}
            onCancel={() => {
              setAsked([]);
              setOutcome(undefined);
            }}
          />
        )}
      </Row>
      {outcome === undefined && notePostedAt !== undefined && (
        <Meta>{t('note.posted', { time: t.time(notePostedAt) })}</Meta>
      )}
      {outcome !== undefined && <Meta>{outcome}</Meta>}
      {copied !== undefined && <Meta>{copied}</Meta>}
    </Section>
  );
}
