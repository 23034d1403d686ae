const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

const nameOf = (button: HTMLElement): string =>
  button.getAttribute('aria-label') ?? button.textContent;

/** Called so, or the first that is called so and more. */
function find(name: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('button, summary')];
  return (
    all.find((button) => nameOf(button) === name) ??
    all.find((button) => nameOf(button).startsWith(`${name} `))
  );
}

/** A second, if the browser is quick: what is not there by then does not come. */
const patience = 60;

/** Presses buttons one after the other, each as soon as it is there. */
export async function pressAll(names: readonly string[]): Promise<void> {
  await frame();
  for (const name of names) {
    for (let waited = 0; waited < patience && !find(name); waited += 1) await frame();
    const button = find(name);
    if (!button) throw new Error(`There is nothing to press with the words “${name}”.`);
    await frame();
    button.click();
  }
  await frame();
}
