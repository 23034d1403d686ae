/** Garden's reset and page font: a style sheet, and nothing to import from it. */
declare module '@zendeskgarden/css-bedrock';
