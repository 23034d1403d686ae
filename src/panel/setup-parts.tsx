import { Field, Input } from '@zendeskgarden/react-forms';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { version } from '../../manifest.json';
import { parseAddress } from '../address/address';
import type { SettingProblem, SetupView } from '../app/panel-contract';
import type { SetupLine, SetupLineState, SetupState } from '../setup/lines';
import { setupAsText, settingLabel, settingWords, settingsAsText } from '../setup/setup-in-words';
import type { Messages } from '../wording/translate';
import { MissingPart } from './deferred-part';
import { QuietAction } from './folds';
import { Action } from './garden';
import { Heading, Meta, Row, Section, Spread, Stack, Strong, Text } from './primitives';
import { SetupLines } from './setup-lines';
import { useSay, useTools } from './tools';
import { useCopy } from './insertion';

/** The chunk for whoever sets the app up, and of what is said where it is not set up. */
export { needsOfAdmin } from '../setup/setup-in-words';
export { UnsafeSetup } from './setup-lines';

/** The check of the set-up: how far it is, what it found, and the same once more. */
export function CheckSetup({ setup }: { readonly setup: SetupView }) {
  const { messages: t, actions } = useTools();
  const heading = useRef<HTMLHeadingElement>(null);
  useNews(setup.now);

  // What opened it is gone meanwhile, and may have been far away; what opens it again stands in its place afterwards.
  useEffect(() => {
    heading.current?.focus();
    return () => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('[data-action="check-setup"]')?.focus();
    };
  }, []);

  function closeByKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') actions.closeSetup();
  }

  return (
    <Section aria-label={t('admin.check')} onKeyDown={closeByKey}>
      <Spread>
        <Heading ref={heading} tabIndex={-1}>
          {t('admin.check')}
        </Heading>
        <QuietAction
          aria-label={t('setup.panel.close')}
          onClick={() => {
            actions.closeSetup();
          }}
        >
          {t('address.close')}
        </QuietAction>
      </Spread>
      <Report now={setup.now} onAgain={() => heading.current?.focus()} />
    </Section>
  );
}

/** Says that it has begun, whom it asks now, and what came of it. */
function useNews(now: SetupView['now']): void {
  const { messages: t } = useTools();
  const say = useSay();
  const news = newsOf(now, t);
  useEffect(() => {
    if (news !== '') say(news);
  }, [news, say]);
}

function newsOf(now: SetupView['now'], t: Messages): string {
  switch (now.kind) {
    case 'idle':
      return '';
    case 'unavailable':
      return t('details.failed');
    case 'running':
      return t('setup.panel.asking', { part: t(`setup.part.${now.asking}`) });
    case 'cancelled':
      return `${t('setup.panel.stopped')} ${summary(now.lines, t)}`;
    case 'done':
      return summary(now.lines, t);
  }
}

const countOf = (lines: readonly SetupLine[], state: SetupLineState): number =>
  lines.filter((line) => line.state === state).length;

function summary(lines: readonly SetupLine[], t: Messages): string {
  return t('setup.panel.summary', {
    works: countOf(lines, 'works'),
    fails: countOf(lines, 'fails'),
    unknown: countOf(lines, 'unknown'),
  });
}

interface ReportProps extends Pick<SetupView, 'now'> {
  /** Takes the focus from the form, which goes away. */
  readonly onAgain: () => void;
}

function Report({ now, onAgain }: ReportProps) {
  switch (now.kind) {
    case 'idle':
      return null;
    case 'unavailable':
      return <MissingPart />;
    case 'running':
      return (
        <>
          <Progress now={now} />
          <SetupLines lines={now.lines} />
        </>
      );
    case 'cancelled':
    case 'done':
      return (
        <>
          <Result now={now} />
          <Again onAgain={onAgain} />
          <SetupLines lines={now.lines} />
        </>
      );
  }
}

const Bar = styled.progress`
  width: 100%;
  height: 6px;
`;

function Progress({ now }: { readonly now: Extract<SetupState, { kind: 'running' }> }) {
  const { messages: t, actions } = useTools();
  const words = t('setup.panel.progress', {
    part: t(`setup.part.${now.asking}`),
    done: now.done,
    of: now.of,
  });
  return (
    <Stack $gap={4}>
      <Spread>
        <Meta>{words}</Meta>
        <QuietAction
          data-action="cancel-setup"
          aria-label={t('setup.panel.cancel_long')}
          onClick={() => {
            actions.cancelSetup();
          }}
        >
          {t('setup.panel.cancel')}
        </QuietAction>
      </Spread>
      <Bar aria-label={t('admin.check')} value={now.done} max={Math.max(1, now.of)} />
    </Stack>
  );
}

type Ended = Extract<SetupState, { kind: 'done' | 'cancelled' }>;

function Result({ now }: { readonly now: Ended }) {
  const { messages: t } = useTools();
  const { copied, copy } = useCopy();
  const good = now.kind === 'done' && now.lines.every(({ state }) => state === 'works');
  return (
    <Stack $gap={4}>
      {now.kind === 'cancelled' && <Text>{t('setup.panel.stopped')}</Text>}
      <Strong>{good ? t('setup.panel.all_good') : summary(now.lines, t)}</Strong>
      <Row>
        <Action data-action="copy-setup" onClick={() => void copy(setupAsText(now, t, version))}>
          {t('setup.panel.copy')}
        </Action>
        <Meta as="time" dateTime={new Date(now.at).toISOString()} title={t.instant(now.at)}>
          {t('setup.panel.at', { time: t.time(now.at), version })}
        </Meta>
      </Row>
      {copied !== undefined && <Meta>{copied}</Meta>}
    </Stack>
  );
}

/** Once more, with an address of which the admin knows that it has an account. */
function Again({ onAgain }: { readonly onAgain: () => void }) {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();

  function check(event: FormEvent): void {
    event.preventDefault();
    const known = text.trim();
    if (known !== '' && !parseAddress(known).ok) {
      setProblem(t('address.invalid'));
      say(t('address.invalid'));
      field.current?.focus();
      return;
    }
    onAgain();
    actions.checkSetup(known === '' ? undefined : known);
  }

  return (
    <form onSubmit={check} noValidate>
      <Stack>
        <Field>
          <Field.Label isRegular>{t('setup.panel.known')}</Field.Label>
          <Field.Hint>{t('setup.panel.known_hint')}</Field.Hint>
          <Input
            ref={field}
            isCompact
            type="email"
            autoComplete="off"
            spellCheck={false}
            value={text}
            {...(problem === undefined ? {} : { validation: 'error' as const })}
            aria-invalid={problem !== undefined}
            onChange={({ target }) => {
              setText(target.value);
              setProblem(undefined);
            }}
          />
          {problem !== undefined && <Field.Message validation="error">{problem}</Field.Message>}
        </Field>
        <div>
          <Action
            submits
            data-action="check-setup-again"
            aria-label={t('hand.choice', {
              answer: t('setup.panel.again'),
              check: t('admin.check'),
            })}
          >
            {t('setup.panel.again')}
          </Action>
        </div>
      </Stack>
    </form>
  );
}

const Problems = styled.ul`
  display: grid;
  gap: 8px;
  margin: 0;
  padding-left: 20px;
`;

interface SettingsBrokenProps {
  readonly problems: readonly SettingProblem[];
  readonly isAdmin: boolean;
}

/** Which setting, what would do in its place, and who can change it. */
export function SettingsBroken({ problems, isAdmin }: SettingsBrokenProps) {
  const { messages: t } = useTools();
  const { copied, copy } = useCopy();
  return (
    <>
      <Problems>
        {problems.map((problem) => (
          <li key={problem.setting}>
            <Strong>{settingLabel(problem.setting, t)}</Strong>
            <br />
            {settingWords(problem, t)}
          </li>
        ))}
      </Problems>
      <Text>{isAdmin ? t('settings.admin') : t('settings.agent')}</Text>
      {!isAdmin && (
        <div>
          <Action
            data-action="copy-settings"
            onClick={() => void copy(settingsAsText(problems, t))}
          >
            {t('settings.copy')}
          </Action>
          {copied !== undefined && <Meta>{copied}</Meta>}
        </div>
      )}
    </>
  );
}
