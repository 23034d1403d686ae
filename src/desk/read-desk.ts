import type { Clock } from '../lib/clock';
import type { Failure } from '../lib/failure';
import { fromZaf, type ZafClient } from '../zendesk/client';
import type { ColorScheme } from '../zendesk/color-scheme';
import { parseSettings, type SettingProblem, type Settings } from '../zendesk/settings';
import { readTicket } from '../zendesk/ticket-facts';
import type { Agent, TicketFacts } from '../zendesk/ticket-facts';

export type Reading =
  | { readonly kind: 'zendesk-failed'; readonly failure: Failure }
  | {
      readonly kind: 'settings-broken';
      readonly problems: readonly SettingProblem[];
      readonly agent: Agent;
      readonly colorScheme: ColorScheme;
    }
  | {
      readonly kind: 'ready';
      readonly settings: Settings;
      readonly ticket: TicketFacts;
      readonly agent: Agent;
      readonly visible: boolean;
      readonly colorScheme: ColorScheme;
    };

/**
 * Settings come with the handshake; everything else in one bulk `get`. The ticket is read even where the
 * settings are broken: what to do about it depends on whether the agent is an admin.
 */
export async function readDesk(
  client: ZafClient,
  clock: Clock,
  whitelist: readonly string[],
): Promise<Reading> {
  const metadata = await fromZaf(() => client.metadata(), clock);
  if (!metadata.ok) return { kind: 'zendesk-failed', failure: metadata.failure };

  const settings = parseSettings((metadata.value as { settings?: unknown }).settings, whitelist);
  const subscriptionEmailField = settings.ok ? settings.value.subscriptionEmailField : undefined;
  const reading = await readTicket(client, clock, { subscriptionEmailField });
  if (!reading.ok) return { kind: 'zendesk-failed', failure: reading.failure };

  const { agent, colorScheme } = reading.value;
  return settings.ok
    ? { kind: 'ready', settings: settings.value, ...reading.value }
    : { kind: 'settings-broken', problems: settings.failure, agent, colorScheme };
}
