/**
 * `Mon, 23 Nov 2026 18:00:00 -0000`: whole seconds and a numeric zone, the only form Mailgun documents.
 * Rounded outwards, so that the window asked for is never narrower than the one meant.
 */
export function rfc2822Date(at: number, round: 'down' | 'up'): string {
  const second = 1000;
  const whole = (round === 'down' ? Math.floor(at / second) : Math.ceil(at / second)) * second;
  return `${new Date(whole).toUTCString().slice(0, 25)} -0000`;
}
