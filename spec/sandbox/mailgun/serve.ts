import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createMailgun } from '../../../sandbox/mailgun/create-mailgun';
import type { MailgunOptions } from '../../../sandbox/mailgun/options';
import type { MailSeed } from '../../../sandbox/mailgun/seed';
import { days, minutes, noon } from '../../../fixtures/evidence';

export const apiKey = 'test-key';
export const portal = 'customers.gitlab.com';
export const gitlab = 'mg.gitlab.com';
export const reset = 'Reset password instructions';
export const jane = 'jane.doe@example.com';

export function mail(fate: MailSeed['fate'], change: Partial<MailSeed> = {}): MailSeed {
  return { domain: portal, to: jane, subject: reset, at: noon - days(2), fate, ...change };
}

/** One of everything, and a mail a minute, for pages. */
export const oneOfEach: readonly MailSeed[] = (
  [
    'delivered',
    'bounced',
    'mailbox-full',
    'refused-by-policy',
    'delayed-bounce',
    'suppressed-bounce',
    'suppressed-complaint',
    'suppressed-unsubscribe',
    'retrying',
    'gave-up',
    'rejected',
    'accepted',
  ] as const
).map((fate, index) => mail(fate, { at: noon - days(2) + minutes(index) }));

/** The local Mailgun on a port of its own, as long as a spec needs it. */
export async function serveMailgun(options: Partial<MailgunOptions>) {
  const application = express();
  application.use(createMailgun({ apiKey, now: () => noon, mails: [], ...options }));
  const server: Server = createServer(application);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
