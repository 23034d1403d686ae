/** The logs page of Mailgun's console, where an engineer can look for herself. */
export function mailgunLogsUrl(): string {
  return 'https://app.mailgun.com/mg/reporting/logs';
}
