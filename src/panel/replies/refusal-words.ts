import { exhaustive } from '../../lib/exhaustive';
import type { Messages } from '../../i18n/messages';
import type { InsertRefusal } from '../desk-types';

/** Why nothing was inserted, or what to look at before submitting. */
export function refusalWords(refusal: InsertRefusal, t: Messages): string {
  switch (refusal.kind) {
    case 'channel-changed':
      return t('refusal.channel-changed', { channel: refusal.now });
    case 'unresolved-placeholder':
      return t('refusal.unresolved-placeholder', { placeholders: t.list(refusal.placeholders) });
    case 'already-inserted':
      return t('refusal.already-inserted', { time: t.time(refusal.at) });
    case 'ticket-changed':
    case 'requester-changed':
    case 'internal-note-selected':
    case 'not-suggested':
    case 'not-in-composer':
    case 'draft-changed':
    case 'zendesk':
      return t(`refusal.${refusal.kind}`);
    default:
      return exhaustive(refusal);
  }
}
