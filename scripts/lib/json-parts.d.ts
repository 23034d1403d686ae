/** A part of a language file: see `wordsInTwoParts` in `vite.config.ts`. */
declare module '*.json?first' {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module '*.json?later' {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module '*.json?asked' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
