import type { TraceStep } from '../../diagnosis/diagnosis';
import type { Lookup } from '../../diagnosis/evidence';
import { failureWords } from '../failure-words';
import type { OpenState } from '../desk-types';
import { Plain, Row, Spread, Stack } from '../parts/layout';
import { OutLink } from '../parts/out-link';
import { Meta, Strong } from '../parts/text';
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
  const lookup = lookupOf(source, state.investigation.diagnosis.evidence);
  return (
    <Stack $gap={4}>
      <Spread>
        <Strong>{t(`source.${source}`)}</Strong>
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
          <CheckRow key={step.check} step={step} />
        ))}
      </Plain>
    </Stack>
  );
}

function LookupTime({ lookup }: { readonly lookup: Lookup<unknown> }) {
  const { messages: t } = useTools();
  if (lookup.state === 'not-asked') return null;
  return <Meta>{lookup.state === 'pending' ? t('checks.asked') : t.time(lookup.at)}</Meta>;
}

function FailureLine({ failure }: { readonly failure: Parameters<typeof failureWords>[0] }) {
  const { messages: t } = useTools();
  const { what, next } = failureWords(failure, t);
  return <Meta>{`${what} ${next}`}</Meta>;
}
