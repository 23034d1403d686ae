import type { TraceStep } from '../../diagnosis/diagnosis';
import type { OpenState } from '../desk-types';
import { Section, Stack } from '../parts/layout';
import { Heading } from '../parts/text';
import { useTools } from '../tools';
import { SourceChecks } from './source-checks';

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
