import {
  accountAnswer,
  gitlabLog,
  noon,
  portalAccount,
  portalLog,
  resetMail,
  unaskedEvidence,
} from '../../fixtures/evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import type { Evidence } from '../../src/diagnosis/evidence';
import { type NoteContext, internalNote } from '../../src/replies/internal-note';
import type { Disclosure } from '../../src/replies/may-disclose';
import { createMessages } from '../../src/wording/translate';
import en from '../../translations/panel/en.json';
import { open, own } from './a-diagnosis';

export const messages = createMessages('en', en, { now: () => noon, timeZone: 'UTC' });

export const links = {
  customersdotSearch: 'https://customers.gitlab.com/admin/customer?query=jane.doe%40example.com',
  customersdotAccount: 'https://customers.gitlab.com/admin/customer/4',
  customersdotHistory: undefined,
  mailgunLogs: 'https://app.mailgun.com/mg/reporting/logs',
  handbook: 'https://handbook.gitlab.com/',
};

export const answered = <T>(value: T) =>
  ({ state: 'answered', value, askedAt: noon - 2000, at: noon - 1000 }) as const;

export const note = (
  known: Partial<Evidence>,
  disclosure: Disclosure = open,
  where = links,
  used: NoteContext['used'] = [],
) =>
  internalNote(
    diagnose(unaskedEvidence(known), {
      edition: passwordEdition,
      now: noon,
      customerWroteAt: undefined,
    }),
    { messages, candidate: own, disclosure, links: where, settings: { logWindowDays: 30 }, used },
  );

export const all: Partial<Evidence> = {
  customersdot: answered(accountAnswer(portalAccount({ confirmedAt: null }))),
  portal_log: answered(portalLog()),
  gitlab_log: answered(gitlabLog(resetMail('delivered', { report: { code: 250 } }))),
};
