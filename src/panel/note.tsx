import { useState } from 'react';
import type { ComposedNote, NotePosted, OpenState } from '../app/state';
import type { Messages } from '../wording/messages';
import { AskedPart } from './deferred-part';
import { QuietAction, useFold } from './folds';
import { Action } from './garden';
import { useCopy } from './insertion';
import { useSay } from './live-region';
import { Heading, Meta, Row, Section, Spread, Bone } from './primitives';
import { useTools } from './tools';
import { Cautions, isNeutral } from './verdict-more';

/** The findings as an internal note: posted as they are, or looked at and changed first. */
export function Note({ state }: { readonly state: OpenState }) {
  const { messages: t, actions, clock } = useTools();
  const say = useSay();
  const { copied, copy } = useCopy();
  const fold = useFold();
  const [note, setNote] = useState<ComposedNote>();
  const [edited, setEdited] = useState<string>();
  const [posting, setPosting] = useState(false);
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<string>();
  const { notePostedAt } = state;

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
    const ready = fold.open ? note : await compose();
    const options = { again: asking, ...(edited === undefined ? {} : { edited }) };
    const posted = ready && (await actions.postNote(options));
    setPosting(false);
    if (!posted) return;
    setAsking(!posted.ok && posted.why === 'already-posted');
    tell(postedWords(posted, t));
    if (!posted.ok) return;
    setEdited(undefined);
    if (fold.open) fold.close();
  }

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
      {fold.open && note && (
        <AskedPart outline={<Bone $height={240} />}>
          {({ NoteEditor }) => (
            <NoteEditor
              id={fold.id}
              value={edited ?? note.text}
              onChange={(text) => {
                setEdited(text === note.text ? undefined : text);
              }}
            />
          )}
        </AskedPart>
      )}
      <Row>
        <Action data-action="post-note" onClick={() => void post()} aria-busy={posting}>
          {posting ? t('note.posting') : asking ? t('note.post_again') : t('note.post')}
        </Action>
        <QuietAction
          aria-label={t('note.copy_long')}
          onClick={() => {
            void compose().then((composed) => composed && copy(edited ?? composed.text));
          }}
        >
          {t('note.copy')}
        </QuietAction>
      </Row>
      {outcome === undefined && notePostedAt !== undefined && (
        <Meta>{t('note.posted', { time: t.time(notePostedAt) })}</Meta>
      )}
      {outcome !== undefined && <Meta>{outcome}</Meta>}
      {copied !== undefined && <Meta>{copied}</Meta>}
    </Section>
  );

  function postedWords(posted: NotePosted, words: Messages): string {
    if (posted.ok) return words('note.posted', { time: words.time(clock.now()) });
    return posted.why === 'already-posted'
      ? words('note.failed.already-posted', { time: words.time(posted.at) })
      : words(`note.failed.${posted.why}`);
  }
}
