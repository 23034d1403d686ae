type Child = Node | string | undefined;

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
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export function button(
  label: Node | string,
  attributes: Attributes,
  onClick: () => void,
): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', onClick);
  return element;
}

/** A labelled select. A choice without a label of its own is called by its value. */
export function select<T extends string>(
  label: string,
  choices: readonly (T | readonly [value: T, label: string])[],
  value: T,
  onChange: (value: T) => void,
  attributes: Attributes = {},
): HTMLLabelElement {
  const options = choices.map((choice) => {
    const [of, text] = typeof choice === 'string' ? [choice, choice] : choice;
    return h('option', { value: of, selected: of === value }, text);
  });
  const element = h('select', attributes, ...options);
  element.addEventListener('change', () => {
    onChange(element.value as T);
  });
  return h('label', { class: 'field' }, h('span', {}, label), element);
}
