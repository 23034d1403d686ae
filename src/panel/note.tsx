import { useId, useRef, useState } from 'react';
import type { ComposedNote, NotePosted } from '../app/state';
import type { Messages } from '../wording/messages';
import { Action } from './garden';
import { QuietAction } from './quiet-action';
import { useCopy } from './insertion';
import { useSay } from './live-region';
import { Heading, Meta, Row, Section, Spread, Stack } from './primitives';
import { ReplyPreview } from './reply-preview';
import { useTools } from './tools';

/** The findings as an internal note: looked at first, then posted or copied. */
export function Note() {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const { copied, copy } = useCopy();
  const [note, setNote] = useState<ComposedNote>();
  const [posting, setPosting] = useState(false);
  const [outcome, setOutcome] = useState<string>();
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();

  function tell(words: string): void {
    setOutcome(words);
    say(words);
  }

  async function prepare(): Promise<void> {
    setOutcome(undefined);
    const composed = await actions.composeNote();
    setNote(composed);
    if (!composed) tell(t('note.not_ready'));
  }

  async function post(): Promise<void> {
    if (posting) return;
    setPosting(true);
    const posted = await actions.postNote();
    setPosting(false);
    tell(postedWords(posted, t));
    if (!posted.ok) return;
    toggle.current?.focus();
    setNote(undefined);
  }

  return (
    <Section aria-label={t('note.heading')}>
      <Spread>
        <Heading>{t('note.heading')}</Heading>
        <QuietAction
          ref={toggle}
          aria-expanded={note !== undefined}
          aria-controls={id}
          onClick={() => {
            if (note) setNote(undefined);
            else void prepare();
          }}
        >
          {note ? t('note.cancel') : t('note.prepare')}
        </QuietAction>
      </Spread>
      <div id={id} hidden={!note}>
        {note && (
          <Stack>
            <ReplyPreview html={note.html} whole label={t('note.preview')} />
            <Row>
              <Action primary onClick={() => void post()} aria-busy={posting}>
                {posting ? t('note.posting') : t('note.post')}
              </Action>
              <Action onClick={() => void copy(note.text)}>{t('note.copy')}</Action>
            </Row>
          </Stack>
        )}
      </div>
      {outcome !== undefined && <Meta>{outcome}</Meta>}
      {copied !== undefined && <Meta>{copied}</Meta>}
    </Section>
  );
}

function postedWords(posted: NotePosted, t: Messages): string {
  if (posted.ok) return t('note.posted');
  return posted.why === 'already-posted'
    ? t('note.failed.already-posted', { time: t.time(posted.at) })
    : t(`note.failed.${posted.why}`);
}
