/** An app folder in memory: its files by their paths, with forward slashes. */
export type AppFiles = ReadonlyMap<string, Uint8Array>;
