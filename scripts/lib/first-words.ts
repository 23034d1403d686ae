/** The words of the first load: the screen until the deferred part has come. */
const first =
  /^(app|details|origin|starting|time)\.|^verdict\.(heading|pending|open|nothing)$|^outcome\.[a-z_]+$|^address\.(heading|close|other|all\.\w+|own|not_own)$|^reply\.(section|heading|loading)$/;

export const isFirstWord = (key: string): boolean => first.test(key);

/** Of the set-up, of lost mails, of the list of mails, of the note, of forms and of why nothing is asked: with what says them. */
const asked =
  /^(setup|setting|expected|delivery|tree)\.|^settings\.(?!title$)|^note\.(body\.|failed\.|text$)|^mails\.(row\.|(scanned|server)$)|^address\.(check|choose|empty|entry|invalid|more\.\w+)$|^hand\.(by_key|choose_domain|copy_address|form|which_account|(none_of_these|not_known|open|window)(\.\w+)?)$|^decision\.(asked|handbook)$|^reason\.confirmation_lost$|^verdict\.settled_by$|^no_address\.(found|text)$|^outside\.(no_sdk\.)?text$|^not_of_interest\.run$/;

export function partOfWord(key: string): 'first' | 'later' | 'asked' {
  if (isFirstWord(key)) return 'first';
  return asked.test(key) ? 'asked' : 'later';
}
