/** Side of each square logo in pixels, as Zendesk's file requirements have it. */
export const logoSizes: Readonly<Record<string, number>> = {
  'logo.png': 320,
  'logo-small.png': 128,
};
