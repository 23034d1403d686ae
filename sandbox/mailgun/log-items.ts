import { createHash } from 'node:crypto';
import { happenings, type Happening } from './fates';
import type { LogItem } from './log-item';
import type { MailSeed } from './seed';

/** Everything Mailgun logs for a mail, oldest first, whether it has happened yet or not. */
export function logItems(seed: MailSeed, region: 'us' | 'eu'): readonly LogItem[] {
  const key = digest(JSON.stringify(seed));
  return happenings[seed.fate].map((happening, index) =>
    logItem(seed, happening, `${key.slice(0, 8)}${index}`, `${key}@gitlab-sidekiq.mail`, region),
  );
}

function logItem(
  seed: MailSeed,
  { after, event, severity, reason, delayedBounce = false, status }: Happening,
  id: string,
  messageId: string,
  region: 'us' | 'eu',
): LogItem {
  const { domain, to, subject, at } = seed;
  const sender = `gitlab@${domain}`;
  const common = {
    id,
    event,
    '@timestamp': new Date(at + after).toISOString(),
    domain: { name: domain },
    recipient: to,
    'recipient-domain': to.slice(to.lastIndexOf('@') + 1),
    'log-level': severity === 'permanent' ? 'error' : severity ? 'warn' : 'info',
    tags: [],
    'user-variables': '{}',
  } as const;

  if (event === 'opened' || event === 'clicked') {
    return {
      ...common,
      ip: '203.0.113.9',
      message: { headers: { 'message-id': messageId } },
      ...(event === 'clicked'
        ? { url: `https://${domain}/customers/password/edit?reset_password_token=${id}` }
        : {}),
    };
  }
  return {
    ...common,
    method: 'SMTP',
    envelope: { sender, transport: 'smtp', targets: to },
    flags: {
      'is-authenticated': true,
      'is-system-test': false,
      'is-routed': false,
      'is-test-mode': false,
      'is-delayed-bounce': delayedBounce,
      'is-callback': false,
    },
    storage: {
      region: region === 'us' ? 'us-east4' : 'europe-west1',
      env: 'production',
      key: id,
      url: [`https://storage.api.mailgun.net/v3/domains/${domain}/messages/${id}`],
    },
    message: {
      headers: {
        to,
        'message-id': messageId,
        from: `GitLab <${sender}>`,
        ...(subject === undefined ? {} : { subject }),
      },
      attachments: [],
      size: 6200,
    },
    ...(severity ? { severity } : {}),
    ...(reason ? { reason } : {}),
    ...(status ? { 'delivery-status': status } : {}),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
