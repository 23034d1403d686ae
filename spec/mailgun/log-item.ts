import type { Json } from '../../src/shared/json';
import type { LogQuery } from '../../src/mailgun/logs-request';
import { days, noon } from '../../fixtures/evidence';

export const domain = 'customers.gitlab.com';

/** The portal's log of the thirty days up to noon. */
export const query: LogQuery = {
  source: 'portal_log',
  region: 'us',
  domain,
  subjects: { reset: ['Reset password instructions'], confirmation: ['Confirmation instructions'] },
  window: { from: noon - days(30), to: noon },
};

const iso = (at: number): string => new Date(at).toISOString();

interface ItemChange {
  readonly at?: number;
  readonly messageId?: string;
  readonly subject?: string;
  readonly recipient?: string;
  readonly [name: string]: unknown;
}

let count = 0;

/** A row of the Logs API as recorded, with what a spec wants otherwise. `undefined` takes a property away. */
export function item(event: string, change: ItemChange = {}): Json {
  const {
    at = noon,
    messageId = 'm1@gitlab-sidekiq.mail',
    subject = 'Reset password instructions',
    recipient = 'jane.doe@example.com',
    ...others
  } = change;
  count += 1;
  return {
    id: `id-${count}`,
    event,
    '@timestamp': iso(at),
    account: { id: '123' },
    domain: { name: domain },
    recipient,
    storage: { url: ['https://storage.api.mailgun.net/v3/domains/x/messages/secret'] },
    'user-variables': '{}',
    message: {
      headers: { to: recipient, 'message-id': messageId, from: 'GitLab <g@example.com>', subject },
      attachments: [],
      size: 6200,
    },
    flags: { 'is-delayed-bounce': false },
    ...others,
  };
}

export function permanent(reason: string, status: Json, change: ItemChange = {}): Json {
  return item('failed', { severity: 'permanent', reason, 'delivery-status': status, ...change });
}

export function temporary(change: ItemChange = {}): Json {
  const status = { code: 451, 'retry-seconds': 600, 'attempt-no': 2, message: '4.7.0 later' };
  return item('failed', { severity: 'temporary', 'delivery-status': status, ...change });
}

export function answerBody(items: readonly unknown[], change: Json = {}): string {
  return JSON.stringify({
    start: 'Sat, 24 Oct 2026 12:00:00 -0000',
    end: 'Mon, 23 Nov 2026 12:00:00 -0000',
    items,
    pagination: {},
    aggregates: {},
    ...change,
  });
}
