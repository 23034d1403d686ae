import type { LogItem } from './log-item';

interface Predicate {
  readonly attribute: string;
  readonly comparator: string;
  readonly values: readonly string[];
}

type Read = (item: LogItem) => string | undefined;

const both = ['=', '!='];
const all = [...both, 'contains', 'not contains'];

/** The attributes that a mail's events can be filtered by, and the comparators Mailgun documents for each. */
const attributes: Readonly<Record<string, { comparators: readonly string[]; read: Read }>> = {
  event: { comparators: both, read: (item) => item.event },
  id: { comparators: both, read: (item) => item.id },
  message_id: { comparators: both, read: (item) => item.message.headers['message-id'] },
  severity: { comparators: both, read: (item) => item.severity },
  recipient_domain: { comparators: both, read: (item) => item['recipient-domain'] },
  delivery_status_code: {
    comparators: both,
    read: (item) => item['delivery-status']?.code.toString(),
  },
  from: { comparators: all, read: (item) => item.message.headers.from },
  subject: { comparators: all, read: (item) => item.message.headers.subject },
  recipient: { comparators: all, read: (item) => item.recipient },
  domain: { comparators: all, read: (item) => item.domain.name },
  to: { comparators: ['contains', 'not contains'], read: (item) => item.message.headers.to },
};

/** The filter as a test of an item, or Mailgun's complaint about it. */
export function readFilter(
  filter: unknown,
  caseRule: 'sensitive' | 'insensitive',
): ((item: LogItem) => boolean) | string {
  if (filter === undefined) return () => true;
  const { AND: group, ...others } = (filter ?? {}) as Record<string, unknown>;
  if (!Array.isArray(group) || Object.keys(others).length > 0) {
    return 'Invalid filter: only an AND group of predicates is supported';
  }
  const tests: ((item: LogItem) => boolean)[] = [];
  for (const entry of group as unknown[]) {
    const predicate = readPredicate(entry);
    if (typeof predicate === 'string') return predicate;
    tests.push((item) => holds(predicate, item, caseRule));
  }
  return (item) => tests.every((test) => test(item));
}

function readPredicate(entry: unknown): Predicate | string {
  const { attribute, comparator, values } = (entry ?? {}) as Record<string, unknown>;
  const known = typeof attribute === 'string' ? attributes[attribute] : undefined;
  if (typeof attribute !== 'string' || !known) {
    return `'${String(attribute)}' is not a valid filter predicate attribute`;
  }
  if (typeof comparator !== 'string' || !known.comparators.includes(comparator)) {
    return `'${String(comparator)}' is not a valid comparator for attribute '${attribute}'`;
  }
  if (!Array.isArray(values) || values.length === 0) return 'filter predicate values are required';
  const pairs = values as ({ label?: unknown; value?: unknown } | null)[];
  const texts = pairs.flatMap((pair) =>
    typeof pair?.label === 'string' && pair.label !== '' && typeof pair.value === 'string'
      ? [pair.value]
      : [],
  );
  if (texts.length < pairs.length || texts.includes('')) {
    return 'filter predicate values need a label and a value';
  }
  return { attribute, comparator, values: texts };
}

function holds(
  { attribute, comparator, values }: Predicate,
  item: LogItem,
  caseRule: 'sensitive' | 'insensitive',
): boolean {
  const asCompared = (text: string) =>
    attribute === 'recipient' && caseRule === 'sensitive' ? text : text.toLowerCase();
  const read = asCompared(attributes[attribute]?.read(item) ?? '');
  const found = values
    .map(asCompared)
    .some((value) => (comparator.endsWith('contains') ? read.includes(value) : read === value));
  return comparator.startsWith('!') || comparator.startsWith('not') ? !found : found;
}
