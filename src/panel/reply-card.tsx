import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { ReplyState } from '../app/panel-contract';
import type { ReplyText } from '../replies/suggest';
import { QuietAction, useFold } from './folds';
import { Action, Cancel } from './garden';
import { Heading, Meta, ReplyOutline, Row, Spread, Stack } from './primitives';
import { ReplyPreview, headingOf, languageOf, macroWords, originWords } from './reply-preview';
import { Aftermath, TakeOut, asksFor, deliberate, useInsertion, useReplyCopy } from './insertion';
import { useTools } from './tools';

interface ReplyCardProps {
  readonly state: ReplyState;
  /** What may keep this very reply from arriving; stands beside the button. */
  readonly warnings: ReactNode;
  /** Makes room for what else has to be read before the button. */
  readonly short: boolean;
  /** The verdict's own: its button needs no heading in its name, and stands out where it is the next thing to press. */
  readonly foremost: boolean;
  readonly primary: boolean;
  readonly insertWords: string;
  /** It is in the composer as a part of all of them, which is said below them. */
  readonly joined: boolean;
  /** What it would go below, where anything stands in the composer. */
  readonly below: string | undefined;
  /** Zendesk applies a macro to the end; on a channel without markup it runs its paragraphs together. */
  readonly macroWorks: boolean;
}

export function ReplyCard({
  state,
  warnings,
  short,
  foremost,
  primary,
  insertWords,
  joined,
  below,
  macroWorks,
}: ReplyCardProps) {
  const { messages: t } = useTools();
  const fold = useFold();
  const { suggestion, text, inserted } = state;
  const heading = headingOf(suggestion, t);
  // Twins are told apart by what they are for; the verdict's own need not be.
  const named = (words: string): string =>
    foremost ? words : t('reply.named', { words, heading });

  return (
    <Stack
      as="article"
      data-reply={suggestion.name}
      data-inserted={inserted?.where ?? 'no'}
      data-stays
      tabIndex={-1}
      aria-label={heading}
      $gap={6}
      onKeyDown={fold.onKeyDown}
    >
      <Spread>
        <Heading>{heading}</Heading>
        {text.state !== 'unavailable' && (
          <QuietAction
            aria-expanded={fold.open}
            aria-controls={text.state === 'ready' ? fold.id : undefined}
            aria-label={named(fold.open ? t('reply.show_less') : t('reply.show_all'))}
            onClick={fold.toggle}
          >
            {fold.open ? t('reply.show_less') : t('reply.show_all')}
          </QuietAction>
        )}
      </Spread>
      {text.state === 'loading' ? (
        <>
          <ReplyOutline words={t('reply.loading')} short={short} />
          {warnings}
        </>
      ) : text.state === 'unavailable' ? (
        <Meta>{t('reply.unavailable')}</Meta>
      ) : (
        <>
          <ReplyPreview
            id={fold.id}
            html={text.reply.html}
            whole={fold.open}
            short={short || text.reply.unresolved.length > 0}
            label={named(t('reply.preview'))}
            language={languageOf(text.reply.origin)}
          />
          {warnings}
          <ReplyControls
            reply={text.reply}
            named={named}
            inserted={inserted}
            below={below}
            primary={foremost && primary}
            insertWords={insertWords}
            joined={joined}
            macroWorks={macroWorks}
          />
          {fold.open && <Meta>{originWords(text.reply.origin, t)}</Meta>}
        </>
      )}
    </Stack>
  );
}

interface ReplyControlsProps extends Pick<
  ReplyCardProps,
  'below' | 'primary' | 'insertWords' | 'joined' | 'macroWorks'
> {
  readonly reply: ReplyText;
  readonly named: (words: string) => string;
  readonly inserted: ReplyState['inserted'];
}

/** The way into the composer, the way round it, and below, what came of it or what else there is. */
function ReplyControls({
  reply,
  named,
  inserted,
  below,
  primary,
  insertWords: words,
  joined,
  macroWorks,
}: ReplyControlsProps) {
  const { messages: t, actions } = useTools();
  const { busy, result, toldOf, run, cancel } = useInsertion(inserted);
  const { copied, asks, copy, cancel: cancelCopy } = useReplyCopy(reply);
  const copyWords = asks ? t('reply.copy_anyway') : t('reply.copy');
  const insertFor = asksFor(toldOf('insert'));
  const applyFor = asksFor(toldOf('apply'));
  const insertWords = insertFor === 'first' ? words : t(`reply.insert_${insertFor}`);
  const untouched = result === undefined && inserted === undefined;
  const ofMacro = untouched ? macroWords(reply, macroWorks, t) : undefined;
  const offersMacro =
    reply.origin.kind === 'macro' && macroWorks && (untouched || applyFor !== 'first');

  return (
    <Stack $gap={4}>
      {reply.unresolved.length > 0 && (
        <Meta>{t('reply.unresolved', { placeholders: t.list(reply.unresolved) })}</Meta>
      )}
      <Row>
        <Action
          // Once it is in, what comes next is Zendesk's: to submit it. What was warned of is no longer the usual way.
          primary={primary && !inserted && insertFor === 'first' && reply.unresolved.length === 0}
          data-action={insertFor === 'anyway' ? 'insert-anyway' : 'insert'}
          aria-busy={busy}
          aria-label={named(insertWords)}
          {...deliberate(() => {
            void run('insert', (options) => actions.insertReply(reply, options));
          })}
        >
          {insertWords}
        </Action>
        <QuietAction
          data-action={asks ? 'copy-anyway' : 'copy'}
          aria-label={named(copyWords)}
          {...deliberate(() => {
            void copy();
          })}
        >
          {copyWords}
        </QuietAction>
        {(asks || insertFor !== 'first' || applyFor !== 'first') && (
          <Cancel
            label={named(t('reply.cancel'))}
            onCancel={() => {
              cancel();
              cancelCopy();
            }}
          />
        )}
      </Row>
      {/* One line high whether anything was pressed or not: what follows stays where it is. */}
      <Below>
        {offersMacro && (
          <ApplyMacro
            named={named}
            asked={applyFor}
            busy={busy}
            onApply={() => run('apply', (options) => actions.applyMacro(reply, options))}
          />
        )}
        {ofMacro !== undefined && <Meta>{ofMacro}</Meta>}
        <Aftermath result={result} inserted={joined ? undefined : inserted} copied={copied} />
        {inserted?.canTakeOut === true && !joined && <TakeOut label={named(t('reply.take_out'))} />}
        {inserted === undefined && below !== undefined && <Meta>{below}</Meta>}
      </Below>
    </Stack>
  );
}

const Below = styled.div`
  min-height: 24px;
`;

interface ApplyMacroProps {
  readonly named: (words: string) => string;
  readonly asked: ReturnType<typeof asksFor>;
  readonly busy: boolean;
  readonly onApply: () => Promise<void>;
}

/** The whole macro instead of its words: what that adds is said before it is pressed. */
function ApplyMacro({ named, asked, busy, onApply }: ApplyMacroProps) {
  const { messages: t } = useTools();
  const words = asked === 'first' ? t('reply.apply') : t(`reply.apply_${asked}`);
  return (
    <Row>
      <QuietAction
        data-action={asked === 'anyway' ? 'apply-anyway' : 'apply'}
        aria-busy={busy}
        aria-label={named(words)}
        {...deliberate(() => {
          void onApply();
        })}
      >
        {words}
      </QuietAction>
      <Meta>{t('reply.apply_adds')}</Meta>
    </Row>
  );
}
