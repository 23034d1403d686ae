type Child = Node | string | false | undefined;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element in one expression. `true` is an attribute without a value, `false` none at all. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

export function on<E extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  event: E,
  listener: (event: HTMLElementEventMap[E]) => void,
): void {
  element.addEventListener(event, listener);
}

export function button(
  label: Node | string,
  attributes: Attributes,
  onClick: () => void,
): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  on(element, 'click', onClick);
  return element;
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** A labelled select. */
export function select<T extends string>(
  label: string,
  choices: readonly Choice<T>[],
  value: T,
  onChange: (value: T) => void,
  attributes: Attributes = {},
): HTMLLabelElement {
  const element = h(
    'select',
    attributes,
    ...choices.map((choice) =>
      h('option', { value: choice.value, selected: choice.value === value }, choice.label),
    ),
  );
  on(element, 'change', () => {
    onChange(element.value as T);
  });
  return h('label', { class: 'field' }, h('span', {}, label), element);
}

export function clock(at: string | number): string {
  return new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
