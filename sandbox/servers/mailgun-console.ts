import { escape } from 'es-toolkit';
import type { RequestHandler } from 'express';
import type { MailSeed } from '../mailgun/seed';

/** What an engineer would look at in Mailgun's console: the mails that were sent, newest first. */
export function createMailgunConsole(mails: readonly MailSeed[]): RequestHandler {
  return (request, response) => {
    const wanted = typeof request.query['search'] === 'string' ? request.query['search'] : '';
    const rows = [...mails]
      .sort((one, other) => other.at - one.at)
      .filter(({ to, domain }) => `${to} ${domain}`.toLowerCase().includes(wanted.toLowerCase()))
      .map(({ at, domain, to, subject = '', fate }) =>
        [new Date(at).toISOString(), domain, to, subject, fate]
          .map((text) => `<td>${escape(text)}</td>`)
          .join(''),
      );
    response.type('html').send(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Logs · local Mailgun</title>
    <style>
      :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
      body { max-width: 1000px; margin: 24px auto; padding: 0 16px; }
      table { width: 100%; border-collapse: collapse; margin-top: 16px; }
      th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #8886; text-align: start; }
    </style>
  </head>
  <body>
    <h1>Logs</h1>
    <form><label>Recipient or domain <input name="search" value="${escape(wanted)}"></label> <button>Search</button></form>
    <table>
      <thead><tr><th>Accepted</th><th>Domain</th><th>Recipient</th><th>Subject</th><th>Became of it</th></tr></thead>
      <tbody>${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</tbody>
    </table>
  </body>
</html>
`);
  };
}
