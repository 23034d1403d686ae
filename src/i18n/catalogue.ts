/** One language's words, by key, as they stand in `translations/panel/`. */
export type Catalogue = Readonly<Record<string, string>>;
