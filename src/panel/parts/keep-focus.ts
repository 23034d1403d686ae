import type { SyntheticEvent } from 'react';

/**
 * Before a press takes its own button away: the focus waits on the panel, instead of falling back
 * to the top of the page.
 */
export function keepFocus({ currentTarget }: SyntheticEvent): void {
  currentTarget.closest('main')?.focus({ preventScroll: true });
}
