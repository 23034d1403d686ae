/** What is written, without how it is laid out or which way it runs. */
export const lettersOf = (text: string): string =>
  text.replace(/[\s\u2066-\u2069\u200e\u200f]+/g, '');
