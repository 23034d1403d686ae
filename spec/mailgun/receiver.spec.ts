import fc from 'fast-check';
import { receiverOf } from '../../src/mailgun/log-event';

const at = (server: unknown, provider?: string) =>
  receiverOf({ 'recipient-provider': provider }, { 'mx-host': server });

test.each([
  ['example-com.mail.protection.outlook.com', 'microsoft'],
  ['hotmail-com.olc.protection.outlook.com.', 'microsoft'],
  ['example-com.a-v1.mx.microsoft', 'microsoft'],
  ['ASPMX.L.GOOGLE.COM', 'google'],
  ['alt1.gmail-smtp-in.l.google.com', 'google'],
  ['aspmx2.googlemail.com', 'google'],
  ['mx1-us1.ppe-hosted.com', 'proofpoint'],
  ['mxa-00000000.gslb.pphosted.com', 'proofpoint'],
  ['us-smtp-inbound-1.mimecast.com', 'mimecast'],
  ['za-smtp-inbound-1.mimecast.co.za', 'mimecast'],
  ['d12345a.ess.barracudanetworks.com', 'barracuda'],
])('%s is a server of %s', (server, provider) => {
  expect(at(server)).toEqual({
    mxHost: server.toLowerCase().replace(/\.$/, ''),
    provider,
  });
});

test.each([
  'mx.example.com',
  'outlook.com.example.net',
  'notgoogle.com',
  'mimecast.com.evil.example',
])('%s is nobody’s whose filters are known', (server) => {
  expect(at(server)).toEqual({ mxHost: server });
});

test('Mailgun’s word counts where no server is named, and only there', () => {
  expect(at(undefined, 'Gmail')).toEqual({ provider: 'google' });
  expect(at(undefined, 'Office 365')).toEqual({ provider: 'microsoft' });
  expect(at(undefined, 'Other')).toEqual({});
  expect(at('mx.example.com', 'Gmail')).toEqual({ mxHost: 'mx.example.com' });
});

test.each([
  '192.0.2.10',
  '[192.0.2.10]',
  'localhost',
  '<b>x</b>.example.com',
  '-a.example.com',
  7,
  null,
  '',
])('of %p no server is told', (server) => {
  expect(at(server)).toEqual({});
});

test('whatever is sent as a host is a host name or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 400 }), fc.domain(), fc.anything()), (server) => {
      const told = receiverOf({}, { 'mx-host': server }).mxHost;
      expect(told ?? 'mx.example.com').toMatch(/^[a-z0-9.-]{1,253}$/);
    }),
  );
});
