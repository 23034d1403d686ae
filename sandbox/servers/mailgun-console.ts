import type { RequestHandler } from 'express';
import { e, htmlPage, table } from '../html-page';
import type { MailSeed } from '../mailgun/seed';

/** What an engineer would look at in Mailgun's console: the mails that were sent, newest first. */
export function createMailgunConsole(mails: readonly MailSeed[]): RequestHandler {
  return (request, response) => {
    const wanted = typeof request.query['search'] === 'string' ? request.query['search'] : '';
    const rows = [...mails]
      .sort((one, other) => other.at - one.at)
      .filter(({ to, domain }) => `${to} ${domain}`.toLowerCase().includes(wanted.toLowerCase()))
      .map(({ at, domain, to, subject, fate }) =>
        [new Date(at).toISOString(), domain, to, subject, fate].map(e),
      );
    const content = `<form><label>Recipient or domain <input name="search" value="${e(wanted)}"></label> <button>Search</button></form>
${table(['Accepted', 'Domain', 'Recipient', 'Subject', 'Became of it'], rows)}`;
    response.type('html').send(htmlPage('Mailgun', 'Logs', content));
  };
}
