import type { CheckId } from '../diagnosis/facts';
import type { Messages } from '../i18n/messages';

export function checkNames(checks: readonly CheckId[], t: Messages): string {
  return t.list(checks.map((check) => t(`check.${check}`)));
}
