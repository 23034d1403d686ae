import { fieldsOf, isFields, isText, listOf } from './json';
import type { Fields, Rule } from './rule';

const kinds = [
  'automations',
  'channel_integrations',
  'custom_objects',
  'macros',
  'targets',
  'views',
  'ticket_fields',
  'triggers',
  'user_fields',
  'organization_fields',
  'webhooks',
  'custom_objects_v2',
];
const most = 5000;

export const requirementRules: readonly Rule[] = [
  rule('requirement-kind', (requirements) =>
    Object.keys(requirements)
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => `${kind} is not a kind of requirement`),
  ),
  rule('requirement-shape', (requirements) =>
    Object.entries(requirements)
      .filter(([, items]) => !isFields(items) || !Object.values(items).every(isFields))
      .map(([kind]) => `${kind} has to hold named objects`),
  ),
  rule('requirement-count', (requirements) => {
    const count = Object.values(requirements).flatMap((items) => Object.keys(fieldsOf(items)));
    return count.length <= most ? [] : [`more than ${most} requirements`];
  }),
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
