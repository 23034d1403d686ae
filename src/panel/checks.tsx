import styled from 'styled-components';
import { version } from '../../manifest.json';
import type { OpenState } from '../app/panel-contract';
import { cautionsOfEvidence } from '../diagnosis/cautions';
import { isIdle } from '../diagnosis/diagnose';
import type { TraceStep } from '../diagnosis/diagnosis';
import { type Lookup, hasAnswers, isByHand } from '../diagnosis/evidence';
import type { FailedSource } from '../setup/setup-in-words';
import { type Failure, passesByItself } from '../shared/failure';
import { agoWords, failureWords } from '../wording/findings-in-words';
import {
  CheckRow,
  type CheckSource,
  canBeAnswered,
  checkSources,
  isPending,
  linkOf,
} from './check-row';
import { QuietAction, keepFocus, useFold } from './folds';
import { OutLink } from './garden';
import { FormInPlace } from './needed';
import { Heading, Meta, Plain, Row, Section, Spread, Stack, SubHeading } from './primitives';
import { useMinutes, useWaited, useTools } from './tools';
import { useCopy } from './insertion';

/** When it was checked has its line before that is known: nothing below it moves then. */
const Top = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  grid-template-rows: 24px minmax(16px, auto);
  gap: 0 16px;

  > time {
    grid-column: 1 / -1;
  }
`;

/** The answers the verdict rests on, by who was asked, and what limits them. */
export function Checks({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const { diagnosis } = state.investigation;
  const limits = cautionsOfEvidence(diagnosis);
  return (
    <Section aria-label={t('checks.heading')}>
      <Top>
        <Heading>{t('checks.heading')}</Heading>
        <QuietAction
          onClick={() => {
            actions.refresh();
          }}
        >
          {state.investigation.running ? t('footer.refreshing') : t('footer.refresh')}
        </QuietAction>
        <CheckedAt of={state.investigation} />
      </Top>
      <Stack $gap={12}>
        {checkSources.map((source) => (
          <SourceChecks
            key={source}
            source={source}
            steps={diagnosis.trace.filter((step) => step.source === source && !isIdle(step))}
            state={state}
          />
        ))}
      </Stack>
      {limits.length > 0 && (
        <Limits aria-label={t('caution.limits')}>
          {limits.map(({ id, link }) => (
            <Meta as="li" key={id} data-caution={id}>
              {t(`caution.${id}`)}{' '}
              <OutLink href={link} label={t('caution.more_about', { topic: t(`caution.${id}`) })}>
                {t('caution.more')}
              </OutLink>
            </Meta>
          ))}
        </Limits>
      )}
      <ForAdmin state={state} />
    </Section>
  );
}

/** Its link stands in a sentence, and pushes no line away. */
const Limits = styled(Plain)`
  a {
    margin-block: -4px;
  }
`;

/** Said once for all of them, as long ago as it is; the instant with its zone under the pointer. */
function CheckedAt({ of }: { readonly of: OpenState['investigation'] }) {
  const { messages: t } = useTools();
  const now = useMinutes();
  const { checkedAt, running, cutOff } = of;
  // Not while something is still asked; what is known from before has its time in the card.
  if (checkedAt === undefined || running || cutOff) return null;
  return (
    <Meta as="time" dateTime={new Date(checkedAt).toISOString()} title={t.instant(checkedAt)}>
      {t('footer.checked', { time: agoWords(t.language, checkedAt, now) })}
    </Meta>
  );
}

interface SourceChecksProps {
  readonly source: CheckSource;
  readonly steps: readonly TraceStep[];
  readonly state: OpenState;
}

/** Who was asked, and where to look; below, what the answer says, or what can be entered in its place. */
function SourceChecks({ source, steps, state }: SourceChecksProps) {
  const { messages: t } = useTools();
  const { evidence } = state.investigation.diagnosis;
  const lookup = evidence[source];
  // A source that is slow need not be waited for; one that answers at once needs no button before it.
  const waited = useWaited(steps.some(isPending));
  const fold = useFold();
  const name = t(`source.${source}`);
  // Open, it stays when its source answers after all; what the engineer has answered whole is done.
  const isDone = steps.some(({ fact }) => isByHand(fact));
  const answerable = waited && (steps.some(canBeAnswered) || (fold.open && !isDone));
  const inForm = steps.filter((step) => canBeAnswered(step) || isByHand(step.fact));
  const failure = lookup.state === 'failed' && (
    <FailureLine failure={lookup.failure} isDone={isDone} state={state} />
  );
  // A log may fail when the verdict has settled: why stands in the room that was kept for its answer.
  const inRow = source === 'customersdot' ? undefined : steps[0];
  return (
    <Stack $gap={4} data-source={source} data-stays tabIndex={-1} onKeyDown={fold.onKeyDown}>
      <Spread>
        <SubHeading>{name}</SubHeading>
        <Row>
          <OutLink href={linkOf(source, state)} label={t(`checks.open.${source}`)}>
            {t('checks.open_short')}
          </OutLink>
          {source === 'customersdot' && state.links.customersdotHistory !== undefined && (
            <OutLink href={state.links.customersdotHistory}>{t('checks.history')}</OutLink>
          )}
          {answerable && (
            <QuietAction
              {...fold.opener}
              data-action="answer"
              aria-label={t('hand.choice', { answer: t('hand.answer_short'), check: name })}
              onClick={fold.toggle}
            >
              {t('hand.answer_short')}
            </QuietAction>
          )}
        </Row>
      </Spread>
      {!inRow && failure}
      {answerable && (
        <FormInPlace state={state} steps={inForm} fold={fold} first={steps[0]?.check} of={name} />
      )}
      <Plain>
        {steps.map((step) => (
          <CheckRow
            key={step.check}
            step={step}
            accounts={state.links.accounts}
            evidence={evidence}
            days={state.settings.logWindowDays}
            failure={step === inRow && failure}
          />
        ))}
      </Plain>
    </Stack>
  );
}

interface FailureLineProps {
  readonly failure: Failure;
  /** The engineer has answered in its place: nothing is left to do. */
  readonly isDone: boolean;
  readonly state: OpenState;
}

/** The verdict or, offline, the banner says what to do; where somebody was reached, it is not the engineer's line. */
function FailureLine({ failure, isDone, state: { investigation, offline } }: FailureLineProps) {
  const { messages: t } = useTools();
  const { what, next } = failureWords(failure, t);
  const isElsewhere =
    failure.kind === 'unreachable' && hasAnswers(investigation.diagnosis.evidence);
  const then = isElsewhere ? t('failure.unreachable.elsewhere') : next;
  const isSaid = isDone || investigation.cutOff || (isElsewhere && offline);
  return <Meta data-failure={failure.kind}>{isSaid ? what : `${what} ${then}`}</Meta>;
}

/** What lies with an admin: the admin is offered the check of the set-up; everybody else something to hand on. */
function ForAdmin({ state: { settings, investigation } }: { readonly state: OpenState }) {
  const { setup } = useTools();
  const { evidence } = investigation.diagnosis;
  const failed = checkSources.flatMap((each): readonly FailedSource[] => {
    const lookup: Lookup<unknown> = evidence[each];
    return lookup.state === 'failed' ? [{ source: each, settings, ...lookup }] : [];
  });
  // Nobody was reached: that lies with the engineer's own line, as far as anybody can tell.
  if (failed.length === 0 || investigation.cutOff) return null;
  if (setup.isAdmin) return setup.offered ? <SetupOffer /> : null;
  const theirs = failed.filter(({ failure }) => !passesByItself(failure));
  return theirs.length > 0 ? <HandOn failed={theirs} /> : null;
}

/** Once for all of them. */
function HandOn({ failed }: { readonly failed: readonly FailedSource[] }) {
  const { messages: t, setupParts } = useTools();
  const { copied, copy } = useCopy();

  async function copyNeeds(): Promise<void> {
    const parts = await setupParts.fetch(t);
    if (typeof parts !== 'object') return;
    await copy(failed.map((one) => parts.needsOfAdmin(one, version, t)).join('\n\n'));
  }

  return (
    <div>
      <QuietAction
        data-action="copy-for-admin"
        aria-label={t('admin.copy_about', {
          source: t.list(failed.map(({ source }) => t(`source.${source}`))),
        })}
        onClick={() => void copyNeeds()}
      >
        {t('admin.copy')}
      </QuietAction>
      {copied !== undefined && <Meta>{copied}</Meta>}
    </div>
  );
}

/** After an installation, as far as that can be told: never checked, and something does not work. */
export function SetupOffer() {
  const { messages: t } = useTools();
  return (
    <Stack $gap={0}>
      <Meta>{t('admin.offer')}</Meta>
      <div>
        <CheckSetupAction />
      </div>
    </Stack>
  );
}

export function CheckSetupAction() {
  const { messages: t, actions } = useTools();
  return (
    <QuietAction
      data-action="check-setup"
      onClick={(event) => {
        keepFocus(event);
        actions.openSetup();
      }}
    >
      {t('admin.check')}
    </QuietAction>
  );
}
