/**
 * What Garden's components call, for its own theme alone: there every colour stands in the palette, and every length is
 * in pixels. Garden's own makes shades of any colour there is, with two libraries that mix them, and works with any
 * unit: 4 kB (gzip) more in the built app. A spec holds these to Garden's own.
 */

interface Changed {
  /** Added to the shade, as while a button is pressed. */
  readonly offset?: number;
  /** How much of it is seen, 0 to 1, or one of the theme's steps from 100 on. */
  readonly transparency?: number;
}

type Variables = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface AskedColor extends Changed {
  readonly theme: {
    readonly colors: {
      readonly base: string;
      readonly variables: Readonly<Record<string, Variables>>;
    };
    /** A hue's shades by number, or one colour in hexadecimal. */
    readonly palette: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    readonly opacity: Readonly<Record<string, number>>;
  };
  /** Such as `foreground.primary`; or a colour as it is. */
  readonly variable?: string;
  readonly hue?: string;
  readonly light?: Changed;
  readonly dark?: Changed;
}

/** `neutralHue.700`, `palette.white`, `rgba(neutralHue.700, 100)`. */
const inTheme = /^(?:rgba\()?(?:palette\.)?(\w+)(?:\.(\d+))?(?:, (\d+)\))?$/;

/** The colour by CSS; `undefined` where the theme has none such. */
export function getColor({
  theme,
  variable,
  hue,
  light,
  dark,
  ...asked
}: AskedColor): string | undefined {
  const { colors, palette, opacity } = theme;
  const { base, variables, ...hues } = colors;
  const [group = '', name = ''] = variable?.split('.') ?? [];
  const [, key = hue ?? '', shade, step] =
    inTheme.exec(variables[base]?.[group]?.[name] ?? '') ?? [];
  const { offset = 0, transparency = Number(step ?? 1) } = {
    ...asked,
    ...(base === 'dark' ? dark : light),
  };
  const called = String(Reflect.get(hues, key) ?? key);
  const found = palette[called] ?? called;
  const color = typeof found === 'string' ? found : found[Number(shade) + offset];
  return color && seenThrough(color, opacity[transparency] ?? transparency);
}

function seenThrough(color: string, share: number): string {
  if (share === 1) return color;
  const [red, green, blue] = color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3').match(/\w\w/g) ?? [];
  return `rgba(${[red, green, blue].map((part) => Number(`0x${part}`)).join()},${share})`;
}

/** A number, and what it is reckoned with what stands before it by. */
const part = /(?:([-+*/]) )?(-?[\d.]+)/g;

/** `32px - (1px * 2)`: the length in pixels. Between two numbers and what stands between them there is a space. */
export function math(formula: string): string {
  const withoutInner = formula.replace(/\(([^()]*)\)/g, (_, inner: string) => math(inner));
  if (withoutInner !== formula) return math(withoutInner);
  const terms: number[] = [];
  for (const [, sign, digits] of formula.matchAll(part)) {
    const number = Number(digits);
    if (sign === '*') terms.push((terms.pop() ?? NaN) * number);
    else if (sign === '/') terms.push((terms.pop() ?? NaN) / number);
    else terms.push(sign === '-' ? -number : number);
  }
  return `${terms.reduce((sum, term) => sum + term, 0)}px`;
}

/** Of two lengths in pixels. */
export const em = (length: string, fontSize: string): string =>
  `${parseFloat(length) / parseFloat(fontSize)}em`;

/** `12px` or `12`. */
export const getValueAndUnit = (length: string): readonly [number, string] => [
  parseFloat(length),
  length.replace(/[-.\d]/g, ''),
];

/** What is there for the ear alone. */
export const hideVisually = () => ({
  border: '0',
  clip: 'rect(0 0 0 0)',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  padding: '0',
  position: 'absolute',
  whiteSpace: 'nowrap',
  width: '1px',
});
