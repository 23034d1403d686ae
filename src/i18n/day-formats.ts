import type { Language } from '../lib/locale';
import { regionOf } from './region';

export function dayFormats(language: Language, timeZone: string | undefined) {
  const zone = timeZone === undefined ? {} : { timeZone };
  const region = regionOf(language);
  const clock = new Intl.DateTimeFormat(region, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = new Intl.DateTimeFormat(region, { ...zone, day: 'numeric', month: 'short' });
  const dayOfYear = new Intl.DateTimeFormat(region, {
    ...zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  // Comparable in every language and zone: 2026-11-23.
  const iso = new Intl.DateTimeFormat('en-CA', {
    ...zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });

  return {
    clock: (at: number): string => clock.format(at),
    isSameDay: (one: number, other: number): boolean => iso.format(one) === iso.format(other),
    date(at: number, now: number): string {
      const sameYear = iso.format(at).slice(0, 4) === iso.format(now).slice(0, 4);
      return (sameYear ? day : dayOfYear).format(at);
    },
  };
}
