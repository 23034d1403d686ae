type Words = Readonly<Record<string, string>>;

/** A row of docs/operate.md carries its message's key in a comment, so that the words can follow the panel's. */
const row = /^\|\s*<!-- ([\w.-]+) -->(?:\\.|[^|\\])*\|/gm;

const explained =
  /^(address\.(invalid|look_alikes|near_miss|not_own)|caution|certainty\.(by_hand|provisional)|delivery|details\.failed|evidence\.(truncated|unreadable)|failure|no_address\.\w*title|not_of_interest\.text|note\.failed|offline|outside\.(\w+\.)?title|refusal|reply\.(maybe|maybe_sent|not_copied|not_there|other_words|unavailable|unresolved|why)|requester_changed\.text|setting|settings\.title|suppression\.(failed|listed|none)|unknown|verdict\.(nothing|open)|warning|zendesk_failed\.title)(\.|$)/;

/** The second halves of other messages, headings, and what is never shown. */
const unexplained =
  /\.(next|after|heading|more|other|message|region|do)$|^caution\.(limits|more_about)$|^failure\.cancelled|^unknown\.(pending|not-asked|no-account)$/;

/** The messages that an engineer or admin may want explained. */
export function messagesToExplain(words: Words): readonly string[] {
  return Object.keys(words).filter((key) => explained.test(key) && !unexplained.test(key));
}

export function messagesExplained(page: string): readonly string[] {
  return [...page.matchAll(row)].flatMap(([, key]) => key ?? []);
}

/** The page with every message in the words the panel has for it. */
export function withPanelWords(page: string, words: Words): string {
  return page.replace(row, (_, key: string) => `| <!-- ${key} --> ${readable(words[key])} |`);
}

/** `{seconds}` → …, and nothing that a table would take for the end of a cell. */
function readable(text: string | undefined): string {
  return (text ?? 'The panel has no such message').replace(/\{\w+\}/g, '…').replaceAll('|', '\\|');
}
