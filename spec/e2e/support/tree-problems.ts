/** Runs in the page: what keeps the decision picture from being read, by its words. */
export function treeProblems(): string[] {
  const picture = document.querySelector<SVGSVGElement>('details[open] svg[role="img"]');
  if (!picture) return ['no picture'];
  const frame = picture.getBoundingClientRect();
  const scale = frame.width / picture.viewBox.baseVal.width;
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  const texts = [...picture.querySelectorAll('text')].map((text) => ({
    words: text.textContent,
    place: text.getBoundingClientRect(),
    style: getComputedStyle(text),
  }));
  const boxes = [...picture.querySelectorAll('rect')].map((box) => box.getBoundingClientRect());

  return texts.flatMap(({ words, place, style }, index) => [
    ...(place.left < frame.left || place.right > frame.right + 0.5 ? [`${words}: cut off`] : []),
    ...(parseFloat(style.fontSize) * scale < 11 ? [`${words}: too small`] : []),
    ...(contrast(luminance(style.fill), paper) < 4.5 ? [`${words}: too pale`] : []),
    ...(boxes.some((box) => isAcross(place, box)) ? [`${words}: across the edge of a box`] : []),
    ...texts
      .slice(index + 1)
      .filter((other) => overlap(place, other.place))
      .map((other) => `${words}: on top of ${other.words}`),
  ]);

  function overlap(one: DOMRect, other: DOMRect): boolean {
    // Line boxes are taller than letters: two lines of one label touch.
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > 1 && down > 4;
  }

  function isAcross(text: DOMRect, box: DOMRect): boolean {
    const middle = (text.top + text.bottom) / 2;
    const touches = middle > box.top && middle < box.bottom;
    const starts = text.left >= box.left && text.left <= box.right;
    return touches && starts && text.right > box.right - 2;
  }

  function luminance(color: string): number {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one: number, other: number): number {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }
}
