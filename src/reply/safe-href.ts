/** The address of a link that may stay: https or mailto, normalised. Everything else loses its link. */
export function safeHref(href: string): string | undefined {
  try {
    const url = new URL(href);
    const withoutLogin = url.username === '' && url.password === '';
    return (url.protocol === 'https:' && withoutLogin) || url.protocol === 'mailto:'
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}
