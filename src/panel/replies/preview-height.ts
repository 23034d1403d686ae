/** Greeting and first sentences. */
export const previewHeight = 112;
