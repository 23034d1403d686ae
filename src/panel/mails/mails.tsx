import type { OpenState } from '../desk-types';
import { Section } from '../parts/layout';
import { Heading, Meta } from '../parts/text';
import { useTools } from '../tools';
import { lanesOf, windowOf } from './lanes';
import { Legend } from './legend';
import { MailList } from './mail-list';
import { MailPicture } from './mail-picture';
import { Suppressions } from './suppressions';

/** Seen at a glance: which site sent the reset, when, and what became of it. */
export function Mails({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { evidence } = state.investigation.diagnosis;
  const window = windowOf(evidence);
  const lanes = window === undefined ? [] : lanesOf(evidence, window);
  const mails = lanes.flatMap(({ groups }) =>
    groups.flatMap(({ marks }) => marks.map((mark) => mark.mail)),
  );

  return (
    <Section aria-label={t('mails.heading')}>
      <Heading>{t('mails.heading')}</Heading>
      {window === undefined ? (
        <Meta>{state.investigation.running ? t('mails.asking') : t('mails.not_known')}</Meta>
      ) : (
        <MailPicture lanes={lanes} window={window} ticketAt={state.ticket.createdAt} />
      )}
      {mails.length > 0 && (
        <>
          <Legend mails={mails} />
          <MailList evidence={evidence} />
        </>
      )}
      <Suppressions lookup={evidence.suppressions} />
    </Section>
  );
}
