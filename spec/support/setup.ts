import fc from 'fast-check';
import { runs, seed } from './runs';

fc.configureGlobal({ seed, numRuns: runs(100, 1_000) });

// Each `expect` makes an error in case it is needed: of a hundred lines, which is what Jest asks for, a fifth are read.
Error.stackTraceLimit = 20;

if (typeof DOMParser !== 'undefined') parseOnce(DOMParser.prototype);

/**
 * Specs have the same few letters parsed over and over, each time with a document of its own, which takes jsdom a
 * millisecond and more. What was parsed before is handed out again, unless somebody has changed it.
 */
function parseOnce(parser: DOMParser): void {
  const known = new Map<string, { readonly page: Document; readonly whole: string }>();
  const parse = parser.parseFromString;
  parser.parseFromString = function (html, type) {
    const before = known.get(html);
    if (before && before.page.documentElement.outerHTML === before.whole) return before.page;
    const page = parse.call(this, html, type);
    if (type !== 'text/html') return page;
    if (known.size >= 50) known.clear();
    known.set(html, { page, whole: page.documentElement.outerHTML });
    return page;
  };
}
