/** Replaces every secret, also where it was base64-encoded for Basic authentication. */
export function createMask(secrets: readonly string[]): (text: string) => string {
  const sorted = [...secrets].sort((one, other) => other.length - one.length);
  return (text) =>
    sorted
      .reduce((masked, secret) => masked.replaceAll(secret, '••••••'), text)
      .replace(/\bBasic [A-Za-z0-9+/=]{4,}/g, 'Basic ••••••');
}
