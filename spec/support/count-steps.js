import v8 from 'node:v8';

/**
 * Counts the steps of regular expressions, in a process of its own, since V8's flags hold for all of a process.
 * Without its optimiser V8 counts every step back that an expression takes, and one that goes beyond its limit finds
 * nothing: so the least limit that lets it come to its end is the number of its steps.
 *
 * Reads `[{ source, flags, pumps: [{ before, pump, after }] }]` and writes for each expression its worst pump, with
 * the steps for texts of n and of 2n characters: `[{ pump, n, twice }]`. Beyond `patience` steps a character: null.
 */
v8.setFlagsFromString('--allow-natives-syntax');
v8.setFlagsFromString('--no-regexp-optimization');
v8.setFlagsFromString('--no-regexp-tier-up');
const withLimit = new Function('p', 'f', 'l', 'return %NewRegExpWithBacktrackLimit(p, f, l)');

const size = 500;
const patience = 400;
/** Limits to try: ten of a hundred apart. */
const limits = Array.from({ length: 150 }, (_, index) => Math.round(8 * 1.1 ** index));

/** The steps to find every match in the text, one after the other, as `replace` and `split` do. */
function stepsFor(source, flags, compiled, text) {
  const most = patience * text.length;
  let total = 0;
  let at = 0;
  let level = 0;
  while (at <= text.length) {
    const limit = limits[level];
    if (total + limit > most) return null;
    // Finds the text's end where there is no match, so that to find nothing means the limit.
    compiled[level] ??= withLimit(
      `(?:${source})|$(?![^])`,
      `${flags.replace(/[gy]/g, '')}g`,
      limit,
    );
    const search = compiled[level];
    search.lastIndex = at;
    const found = search.exec(text);
    if (found === null) {
      level += 1;
      continue;
    }
    total += level === 0 ? 1 : limit;
    level = 0;
    at = found.index + Math.max(found[0].length, 1);
  }
  return total;
}

let input = '';
for await (const chunk of process.stdin) input += chunk;

const rank = ({ n, twice }) => (n === null || twice === null ? Infinity : twice);
const counted = JSON.parse(input).map(({ source, flags, pumps }) => {
  const compiled = [];
  const rows = pumps.map(({ before, pump, after }) => {
    const text = (length) => before + pump.repeat(Math.ceil(length / pump.length)) + after;
    const steps = (length) => stepsFor(source, flags, compiled, text(length));
    return { pump, n: steps(size), twice: steps(2 * size) };
  });
  return rows.sort((one, other) => rank(other) - rank(one))[0];
});
process.stdout.write(JSON.stringify(counted));
