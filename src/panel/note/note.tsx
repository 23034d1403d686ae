import { useState } from 'react';
import { useSay } from '../live-region';
import { Action, QuietAction } from '../parts/button';
import { Row, Section } from '../parts/layout';
import { Heading, Meta } from '../parts/text';
import { ReplyPreview } from '../replies/reply-preview';
import { useCopy } from '../replies/use-copy';
import { useTools } from '../tools';

/** The findings as an internal note: looked at first, then posted or copied. */
export function Note() {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const { copied, copy } = useCopy();
  const [note, setNote] = useState<{ readonly html: string; readonly text: string }>();
  const [posting, setPosting] = useState(false);
  const [outcome, setOutcome] = useState<string>();

  function prepare(): void {
    setNote(actions.composeNote());
    setOutcome(undefined);
  }

  async function post(): Promise<void> {
    if (posting) return;
    setPosting(true);
    const posted = await actions.postNote();
    const words = posted.ok ? t('note.posted') : t(`note.failed.${posted.why}`);
    setPosting(false);
    setOutcome(words);
    if (posted.ok) setNote(undefined);
    say(words);
  }

  return (
    <Section aria-label={t('note.heading')}>
      <Heading>{t('note.heading')}</Heading>
      {note === undefined ? (
        <div>
          <Action onClick={prepare}>{t('note.prepare')}</Action>
        </div>
      ) : (
        <>
          <ReplyPreview html={note.html} whole label={t('note.preview')} />
          <Row>
            <Action primary onClick={() => void post()} aria-busy={posting}>
              {posting ? t('note.posting') : t('note.post')}
            </Action>
            <Action onClick={() => void copy(note.text)}>{t('note.copy')}</Action>
            <QuietAction
              onClick={() => {
                setNote(undefined);
              }}
            >
              {t('note.cancel')}
            </QuietAction>
          </Row>
        </>
      )}
      {outcome !== undefined && <Meta>{outcome}</Meta>}
      {copied !== undefined && <Meta>{copied}</Meta>}
    </Section>
  );
}
