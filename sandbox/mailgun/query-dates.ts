const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** RFC 2822 with a numeric zone; the empty string counts as left out, as Mailgun's own client sends it. */
export function readDate(text: unknown, otherwise: number): number | undefined {
  if (text === undefined || text === null || text === '') return otherwise;
  if (typeof text !== 'string') return undefined;
  if (!/^\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** `1d`, `2h` in milliseconds. */
export function readDuration(text: unknown): number | undefined {
  const match = typeof text === 'string' ? /^(\d+)([mhd])$/.exec(text) : null;
  return match ? Number(match[1]) * units[match[2] as keyof typeof units] : undefined;
}

export function writeDate(at: number): string {
  return `${new Date(at).toUTCString().slice(0, 25)} -0000`;
}
