import type { MailKind } from '../diagnosis/evidence';

export interface KnownSubjects {
  readonly resetSubjects: readonly string[];
  readonly confirmationSubjects: readonly string[];
}

/** What a mail is, by its decoded subject. GitLab may append ` | <suffix>`; capitals and spacing vary. */
export function mailKind(subject: string, known: KnownSubjects): MailKind {
  const seen = normalise(subject);
  const isOneOf = (subjects: readonly string[]) =>
    subjects
      .map(normalise)
      .some((one) => one !== '' && (seen === one || seen.startsWith(`${one} | `)));
  if (isOneOf(known.resetSubjects)) return 'reset';
  return isOneOf(known.confirmationSubjects) ? 'confirmation' : 'other';
}

function normalise(subject: string): string {
  return subject.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
