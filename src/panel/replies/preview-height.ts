/** Greeting and first sentences. */
export const previewHeight = 112;

/** Greeting and the first sentence's beginning. */
export const shortPreviewHeight = 72;
