/** Rough widths in ems, on the wide side and as in bold: nothing can be measured where the picture is laid out. */
const wide = 1.02;
const narrow = 0.6;

/** Breaks a label into the lines that fit: between words, and within one only where it is too long itself. */
export function wrapLabel(text: string, width: number, fontSize: number): readonly string[] {
  const room = width / fontSize;
  return pieces(text, room).reduce<readonly string[]>((lines, piece) => {
    const last = lines.at(-1);
    if (last === undefined) return [piece.trimStart()];
    return emsOf(last + piece) <= room
      ? [...lines.slice(0, -1), last + piece]
      : [...lines, piece.trimStart()];
  }, []);
}

/** Words with the space before them; Chinese and Japanese may break anywhere. */
function pieces(text: string, room: number): readonly string[] {
  const words = text.match(/\s*[\u3000-\u9fff\uff00-\uffef]|\s*[^\s\u3000-\u9fff\uff00-\uffef]+/gu);
  return (words ?? []).flatMap((word) =>
    emsOf(word.trimStart()) > room ? Array.from(word) : [word],
  );
}

function emsOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter >= '\u3000' ? wide : narrow), 0);
}
