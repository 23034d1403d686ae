import { fieldsOf, isFields, isText, listOf } from './json';
import type { Fields, Rule } from './rule';

export const requirementRules: readonly Rule[] = [
  rule('requirement-kind', (requirements) =>
    Object.keys(requirements)
      .filter((kind) => kind !== 'macros')
      .map((kind) => `${kind} is not macros, which are all that the app brings along`),
  ),
  rule('requirement-shape', (requirements) =>
    Object.entries(requirements)
      .filter(([, items]) => !isFields(items) || !Object.values(items).every(isFields))
      .map(([kind]) => `${kind} has to hold named objects`),
  ),
  rule('macro-title', ({ macros }) =>
    Object.entries(fieldsOf(macros))
      .filter(([, macro]) => !isText(fieldsOf(macro).title))
      .map(([name]) => `the macro ${name} has no title`),
  ),
  rule('macro-actions', ({ macros }) =>
    Object.entries(fieldsOf(macros))
      .filter(([, macro]) => !areActions(listOf(fieldsOf(macro).actions)))
      .map(([name]) => `the macro ${name} has no actions with a field and a value`),
  ),
];

function rule(id: string, check: (requirements: Fields) => readonly string[]): Rule {
  return {
    id,
    severity: 'error',
    check: ({ requirements }) =>
      requirements === undefined
        ? []
        : check(requirements).map((problem) => `requirements.json: ${problem}.`),
  };
}

function areActions(actions: readonly unknown[]): boolean {
  return (
    actions.length > 0 &&
    actions.every((action) => isText(fieldsOf(action).field) && 'value' in fieldsOf(action))
  );
}
