/** The chunk of what is shown only when it is asked for: forms, the editor, the decision. */
export { AddressChoice } from './address-choice';
export { DecisionBody } from './decision-body';
export { HandForm } from './hand-form';
export { NoteEditor } from './note-editor';
export { SettingsBroken } from './settings-broken';
