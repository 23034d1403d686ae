import { escape } from 'es-toolkit/string';

/** Whatever a page is given to show goes through here: an empty field is a dash. */
export const e = (value: string | number | null | undefined): string =>
  escape(String(value ?? '-'));

const cells = (tag: 'td' | 'th', values: readonly string[]): string =>
  `<tr>${values.map((value) => `<${tag}>${value}</${tag}>`).join('')}</tr>`;
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table>${cells('th', heads)}${rows.map((row) => cells('td', row)).join('\n')}</table>`;

/** A page of one of the other companies'. Titles are escaped here, the content was before. */
export const htmlPage = (of: string, title: string, content: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(title)} · ${e(of)}</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { max-width: 1000px; margin: 24px auto; padding: 0 16px; overflow-wrap: anywhere; }
  th, td, dt { padding: 4px 16px 4px 0; text-align: start; vertical-align: top; }
</style>
<p>${e(of)} of the sandbox</p>
<h1>${e(title)}</h1>
${content}
</html>
`;
