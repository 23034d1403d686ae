/** The words of the first load: the screen until the deferred part has come, and what the live region says. */
const first =
  /^(app|say|verdict|certainty|outcome|origin|starting|time|details|language)\.|^check\.[a-z_]+$|^address\.(heading|close|other|others\.\w+|own|not_own)$|^reply\.(section|heading|loading|waiting|unavailable|language_macro)$|^(outside|outside\.no_sdk|zendesk_failed|settings|no_address)\.(title|bad_title)$|^not_of_interest\.text$/;

export const isFirstWord = (key: string): boolean => first.test(key);

/** Of the set-up, of lost mails, of the note and of forms: they come with the press, or the lost mail, that asks for them. */
const asked =
  /^(setup|setting|settings|expected|delivery|tree)\.|^note\.body\.|^address\.(check|choose|empty|entry|invalid|more\.\w+)$|^hand\.(by_key|choose_domain|copy_address|form|open\.\w+)$|^decision\.(asked|handbook)$|^note\.text$/;

export function partOfWord(key: string): 'first' | 'later' | 'asked' {
  if (isFirstWord(key)) return 'first';
  return asked.test(key) ? 'asked' : 'later';
}
