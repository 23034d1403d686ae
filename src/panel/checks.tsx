import type { OpenState } from '../app/state';
import type { TraceStep } from '../diagnosis/diagnosis';
import type { Lookup } from '../diagnosis/evidence';
import { failureWords } from '../wording/words';
import { CheckRow, type CheckSource, linkOf } from './check-row';
import { OutLink } from './out-link';
import { Heading, Meta, Plain, Row, Section, Spread, Stack, SubHeading } from './primitives';
import { useTools } from './tools';

const sources = ['customersdot', 'portal_log', 'gitlab_log'] as const;

/** The five answers the verdict rests on, by who was asked. */
export function Checks({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { trace } = state.investigation.diagnosis;
  return (
    <Section aria-label={t('checks.heading')}>
      <Heading>{t('checks.heading')}</Heading>
      <Stack $gap={12}>
        {sources.map((source) => (
          <SourceChecks
            key={source}
            source={source}
            steps={trace.filter((step: TraceStep) => step.source === source)}
            state={state}
          />
        ))}
      </Stack>
    </Section>
  );
}

interface SourceChecksProps {
  readonly source: CheckSource;
  readonly steps: readonly TraceStep[];
  readonly state: OpenState;
}

/** Who was asked, when, where to look; below, what the answer says. */
function SourceChecks({ source, steps, state }: SourceChecksProps) {
  const { messages: t } = useTools();
  const { evidence } = state.investigation.diagnosis;
  const lookup = evidence[source];
  return (
    <Stack $gap={4} data-source={source}>
      <Spread>
        <SubHeading>{t(`source.${source}`)}</SubHeading>
        <Row>
          <LookupTime lookup={lookup} />
          <OutLink href={linkOf(source, state)} label={t(`checks.open.${source}`)}>
            {t('checks.open_short')}
          </OutLink>
          {source === 'customersdot' && state.links.customersdotHistory !== undefined && (
            <OutLink href={state.links.customersdotHistory}>{t('checks.history')}</OutLink>
          )}
        </Row>
      </Spread>
      {lookup.state === 'failed' && <FailureLine failure={lookup.failure} />}
      <Plain>
        {steps.map((step) => (
          <CheckRow key={step.check} step={step} evidence={evidence} />
        ))}
      </Plain>
    </Stack>
  );
}

function LookupTime({ lookup }: { readonly lookup: Lookup<unknown> }) {
  const { messages: t } = useTools();
  return 'at' in lookup ? <Meta>{t.time(lookup.at)}</Meta> : null;
}

function FailureLine({ failure }: { readonly failure: Parameters<typeof failureWords>[0] }) {
  const { messages: t } = useTools();
  const { what, next } = failureWords(failure, t);
  return <Meta data-failure={failure.kind}>{`${what} ${next}`}</Meta>;
}
