/** A note is read later, and in another time zone: day, minute and UTC always. */
export function noteTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? '?'
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
