import type { OpenState } from '../desk-types';
import { Section } from '../parts/layout';
import { Heading } from '../parts/text';
import { useTools } from '../tools';
import { MailList } from './mail-list';

export function Mails({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { evidence } = state.investigation.diagnosis;
  return (
    <Section>
      <Heading>{t('mails.heading')}</Heading>
      <MailList evidence={evidence} />
    </Section>
  );
}
