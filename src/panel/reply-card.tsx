import { type ReactNode, useId, useState } from 'react';
import styled from 'styled-components';
import type { ReplyState } from '../app/state';
import type { ReplyOrigin, ReplyText, SuggestedReply } from '../replies/reply';
import { outcomeOf } from '../replies/reply-for';
import { visibleText } from '../shared/text';
import type { Messages } from '../wording/messages';
import { Action } from './garden';
import { QuietAction } from './quiet-action';
import { asksFor, useCopy, useInsertion } from './insertion';
import { Heading, Icon, Meta, Row, Spread, Stack } from './primitives';
import { ReplyOutline } from './replies';
import { ReplyPreview } from './reply-preview';
import { useTools } from './tools';

interface ReplyCardProps {
  readonly state: ReplyState;
  /** What may keep this very reply from arriving; stands beside the button. */
  readonly warnings: ReactNode;
}

export function ReplyCard({ state, warnings }: ReplyCardProps) {
  const { messages: t } = useTools();
  const [whole, setWhole] = useState(false);
  const id = useId();
  const { suggestion, text, inserted } = state;
  const heading = headingOf(suggestion, t);

  return (
    <Stack as="article" data-reply={suggestion.name} aria-label={heading} $gap={6}>
      <Spread>
        <Heading>{heading}</Heading>
        {text.state === 'ready' && (
          <QuietAction
            aria-expanded={whole}
            aria-controls={id}
            onClick={() => {
              setWhole(!whole);
            }}
          >
            {whole ? t('reply.show_less') : t('reply.show_all')}
          </QuietAction>
        )}
      </Spread>
      {text.state === 'loading' ? (
        <ReplyOutline words={t('reply.loading')} />
      ) : text.state === 'unavailable' ? (
        <Meta>{t('reply.unavailable')}</Meta>
      ) : (
        <>
          <ReplyPreview
            id={id}
            html={text.reply.html}
            whole={whole}
            short={Boolean(warnings)}
            onReach={setWhole}
          />
          {warnings}
          <ReplyControls reply={text.reply} insertedAt={inserted?.at} />
          <Meta>{originWords(text.reply.origin, t)}</Meta>
        </>
      )}
    </Stack>
  );
}

function headingOf({ role, name }: SuggestedReply, t: Messages): string {
  if (role === 'neutral' || name === 'verify_ownership') return t('reply.neutral_heading');
  return role === 'also'
    ? t('reply.also_heading', { outcome: t(`outcome.${outcomeOf(name)}`) })
    : t('reply.heading');
}

interface ReplyControlsProps {
  readonly reply: ReplyText;
  readonly insertedAt: number | undefined;
}

/** The two ways into the composer, clearly named, and the way round it. */
function ReplyControls({ reply, insertedAt }: ReplyControlsProps) {
  const { messages: t, actions } = useTools();
  const { busy, result, toldOf, run } = useInsertion();
  const { copied, copy } = useCopy();
  const insertFor = asksFor(toldOf('insert'));
  const applyFor = asksFor(toldOf('apply'));

  return (
    <Stack $gap={4}>
      {reply.unresolved.length > 0 && (
        <Meta>{t('reply.unresolved', { placeholders: t.list(reply.unresolved) })}</Meta>
      )}
      <Row>
        <Action
          data-action={insertFor === 'anyway' ? 'insert-anyway' : 'insert'}
          aria-busy={busy}
          onClick={() => {
            void run('insert', (options) => actions.insertReply(reply, options));
          }}
        >
          {insertFor === 'first' ? t('reply.insert') : t(`reply.insert_${insertFor}`)}
        </Action>
        {reply.origin.kind === 'macro' && (
          <Action
            data-action={applyFor === 'anyway' ? 'apply-anyway' : 'apply'}
            title={t('reply.apply_help')}
            aria-busy={busy}
            onClick={() => {
              void run('apply', (options) => actions.applyMacro(reply, options));
            }}
          >
            {applyFor === 'first' ? t('reply.apply') : t(`reply.apply_${applyFor}`)}
          </Action>
        )}
        <QuietAction
          data-action="copy"
          onClick={() => {
            void copy(reply.text);
          }}
        >
          {t('reply.copy')}
        </QuietAction>
      </Row>
      <Aftermath result={result} insertedAt={insertedAt} copied={copied} />
    </Stack>
  );
}

const Line = styled(Meta)`
  display: grid;
  grid-template-columns: 14px minmax(0, 1fr);
  gap: 6px;
  align-items: start;

  svg {
    margin-top: 1px;
  }
`;

interface AftermathProps {
  readonly result: { readonly words: string; readonly refusal: string | undefined } | undefined;
  readonly insertedAt: number | undefined;
  readonly copied?: string | undefined;
}

/** What came of the last press; where nothing was pressed yet, that the reply is in the composer already. */
export function Aftermath({ result, insertedAt, copied }: AftermathProps) {
  const { messages: t } = useTools();
  const before =
    insertedAt === undefined ? undefined : t('reply.inserted', { time: t.time(insertedAt) });
  const words = result?.words ?? before;
  const refused = result?.refusal !== undefined;
  return (
    <>
      {words !== undefined && (
        <Line as="div" data-inserted={result?.refusal ?? 'ok'}>
          <Icon tone={refused ? 'cause' : 'good'} size={14} />
          <span>{words}</span>
        </Line>
      )}
      {copied !== undefined && <Meta>{copied}</Meta>}
    </>
  );
}

/** Where the words come from, and why not from the macro. */
function originWords(origin: ReplyOrigin, t: Messages): string {
  if (origin.kind === 'macro') {
    const { title, ownMacro } = origin;
    return t(ownMacro ? 'reply.origin.own_macro' : 'reply.origin.macro', {
      title: visibleText(title),
    });
  }
  const language = t(`language.${origin.language}`);
  return `${t('reply.origin.bundled', { language })} ${t(`reply.why.${origin.why}`)}`;
}
