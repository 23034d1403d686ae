import type { Address } from '../../src/address/address';
import type {
  AccountAnswer,
  Mail,
  MailLog,
  MailOutcome,
  PortalAccount,
} from '../../src/diagnosis/answers';

export const noon = Date.UTC(2026, 10, 23, 12, 0, 0);
export const days = (count: number): number => count * 24 * 60 * 60 * 1000;
export const minutes = (count: number): number => count * 60 * 1000;

export const jane = 'jane.doe@example.com' as Address;

export function portalAccount(change: Partial<PortalAccount> = {}): PortalAccount {
  return {
    id: '4',
    email: jane,
    loginActivated: true,
    confirmedAt: noon - days(200),
    confirmed: undefined,
    ...change,
  };
}

export function accountAnswer(...accounts: readonly PortalAccount[]): AccountAnswer {
  return { accounts, lookAlikes: [] };
}

export function resetMail(outcome: MailOutcome, change: Partial<Mail> = {}): Mail {
  const sentAt = change.sentAt ?? noon - days(2);
  return {
    id: `reset-${sentAt}`,
    kind: 'reset',
    subject: 'Reset password instructions',
    sentAt,
    outcome,
    report: {},
    ...change,
  };
}

export function mailLog(domain: string, ...mails: readonly Mail[]): MailLog {
  return {
    domain,
    mails,
    window: { from: noon - days(30), to: noon },
    truncated: false,
    unreadable: 0,
  };
}

export const portalLog = (...mails: readonly Mail[]): MailLog =>
  mailLog('customers.gitlab.com', ...mails);
export const gitlabLog = (...mails: readonly Mail[]): MailLog => mailLog('mg.gitlab.com', ...mails);
