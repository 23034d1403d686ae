import { Field, Textarea } from '@zendeskgarden/react-forms';
import { useTools } from './tools';

/** The chunk of what is shown only when it is asked for: forms, the editor, the decision. */
export { AddressChoice } from './address-choice';
export { DecisionBody } from './decision-body';
export { HandForm } from './hand-form';
export { SettingsBroken } from './settings-broken';

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
