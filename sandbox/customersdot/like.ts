/** PostgreSQL's ILIKE. */
export function like(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\?[^]/gu, (mark) => {
    if (mark === '%') return '[^]*';
    if (mark === '_') return '[^]';
    return mark.slice(-1).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'i').test(text);
}
