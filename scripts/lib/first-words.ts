/** The words of the first load: the screen until the deferred part has come, and what the live region says. */
const first =
  /^(app|say|verdict|certainty|outcome|origin|starting|time|details)\.|^check\.[a-z_]+$|^address\.(heading|close|other|others\.\w+|own|not_own)$|^reply\.(section|heading|loading|waiting|unavailable)$|^(outside|outside\.no_sdk|zendesk_failed|settings|no_address)\.(title|bad_title)$|^not_of_interest\.text$/;

export const isFirstWord = (key: string): boolean => first.test(key);

/** Of the set-up: they come with the press that asks for it, or where it is broken. */
const asked = /^(setup|setting|settings|expected)\./;

export function partOfWord(key: string): 'first' | 'later' | 'asked' {
  if (isFirstWord(key)) return 'first';
  return asked.test(key) ? 'asked' : 'later';
}
