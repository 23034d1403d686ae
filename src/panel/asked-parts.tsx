import { Field, Textarea } from '@zendeskgarden/react-forms';
import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { small } from './theme';
import { useTools } from './tools';

/** The chunk of what few tickets show, and then mostly at a press: forms, the editor, the decision, why nothing is asked. */
export { AddressChoice } from './address-choice';
export { Blocked } from './blocked';
export { DecisionBody } from './decision-picture';
export { HandForm } from './hand-form';
export { LostConfirmation, MailList, WhyLost } from './mail-list';

interface NoteEditorProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The note as it will be posted, to be changed at will. */
export function NoteEditor({ id, value, onChange }: NoteEditorProps) {
  const { messages: t } = useTools();
  return (
    <Field id={id}>
      <Field.Label isRegular>{t('note.text')}</Field.Label>
      <Textarea
        isCompact
        isResizable
        minRows={10}
        maxRows={24}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </Field>
  );
}

const Narrow = styled(Alert)`
  padding: 8px 10px 8px 36px;
  font-size: ${small.size};
  line-height: 18px;

  > svg {
    top: 9px;
    left: 12px;
  }
`;

/** The live region says what it is about, so it is no region of its own. */
export function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <Narrow type="warning" role={null as unknown as undefined}>
      {children}
    </Narrow>
  );
}
