const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

const nameOf = (button: HTMLElement): string =>
  button.getAttribute('aria-label') ?? button.textContent;

/** Presses buttons one after the other, each as soon as it is there. */
export async function pressAll(names: readonly string[]): Promise<void> {
  await frame();
  for (const name of names) {
    await frame();
    [...document.querySelectorAll<HTMLElement>('button, summary')]
      .find((button) => nameOf(button) === name)
      ?.click();
  }
  await frame();
}
