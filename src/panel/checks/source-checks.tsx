import type { TraceStep } from '../../diagnosis/diagnosis';
import type { Lookup } from '../../diagnosis/evidence';
import { failureWords } from '../failure-words';
import type { OpenState } from '../desk-types';
import { Plain, Row, Spread, Stack } from '../parts/layout';
import { OutLink } from '../parts/out-link';
import { Meta, SubHeading } from '../parts/text';
import { useTools } from '../tools';
import { CheckRow } from './check-row';
import { linkOf, lookupOf, type CheckSource } from './source-view';

interface SourceChecksProps {
  readonly source: CheckSource;
  readonly steps: readonly TraceStep[];
  readonly state: OpenState;
}

/** Who was asked, when, where to look; below, what the answer says. */
export function SourceChecks({ source, steps, state }: SourceChecksProps) {
  const { messages: t } = useTools();
  const { evidence } = state.investigation.diagnosis;
  const lookup = lookupOf(source, evidence);
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
