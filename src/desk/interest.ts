import type { Settings } from '../zendesk/settings';
import type { TicketFacts } from '../zendesk/ticket-facts';

type Rules = Pick<Settings, 'autoRunForms' | 'autoRunTags' | 'autoRunWords'>;
type Ticket = Pick<TicketFacts, 'formId' | 'tags' | 'subject' | 'text'>;

/**
 * Whether the app runs by itself on this ticket. Rules of one kind are alternatives, and so are the kinds:
 * a matching form, tag or word is enough. No rule at all: every ticket.
 */
export function isOfInterest(ticket: Ticket, rules: Rules): boolean {
  const { autoRunForms, autoRunTags, autoRunWords } = rules;
  if (autoRunForms.length + autoRunTags.length + autoRunWords.length === 0) return true;

  const words = `${ticket.subject}\n${ticket.text}`.toLowerCase();
  return (
    (ticket.formId !== undefined && autoRunForms.includes(ticket.formId)) ||
    ticket.tags.some((tag) => autoRunTags.includes(tag)) ||
    autoRunWords.some((word) => words.includes(word.toLowerCase()))
  );
}
