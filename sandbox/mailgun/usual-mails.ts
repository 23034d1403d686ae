import type { MailSeed } from './seed';

const minute = 60_000;
const day = 24 * 60 * minute;

const mail = (domain: string, to: string, subject: string, at: number): MailSeed => ({
  domain,
  to,
  subject,
  at,
  fate: 'delivered',
});

/** What both domains send in a month to people of no ticket: GitLab.com much and often, the portal little. */
export function usualMails(
  now: number,
  portal = 'customers.gitlab.com',
  gitlab = 'mg.gitlab.com',
): readonly MailSeed[] {
  const every = (count: number, of: (at: number, nth: number) => MailSeed) =>
    Array.from({ length: count }, (_, nth) =>
      of(now - 5 * minute - (nth * 29.9 * day) / count, nth),
    );
  return [
    ...every(90, (at, nth) =>
      mail(
        gitlab,
        `dev${nth}@example.com`,
        `Re: Widgets | Pipeline #${nth} has failed (!${nth})`,
        at,
      ),
    ),
    ...every(6, (at, nth) =>
      mail(gitlab, `dev${nth}@example.com`, 'Reset password instructions', at),
    ),
    ...every(4, (at, nth) =>
      mail(portal, `buyer${nth}@example.com`, 'Reset password instructions', at),
    ),
    ...every(3, (at, nth) =>
      mail(portal, `buyer${nth}@example.com`, 'Confirmation instructions', at),
    ),
    ...every(5, (at, nth) => mail(portal, `buyer${nth}@example.com`, 'Your receipt', at)),
  ];
}
