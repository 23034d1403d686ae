import { galleryStates } from './states';

const widths = [300, 320, 480];

/** A list of the states, and beside it the one chosen, at three widths and in both schemes. */
export function galleryIndex(root: HTMLElement): void {
  document.body.style.cssText = 'margin: 0; font: 14px/20px system-ui, sans-serif';
  root.style.cssText = 'display: grid; grid-template-columns: 240px 1fr; min-height: 100vh';

  const list = document.createElement('nav');
  list.style.cssText = 'padding: 16px; border-right: 1px solid #ddd';
  const heading = document.createElement('h1');
  heading.style.cssText = 'margin: 0 0 8px; font-size: 18px';
  heading.textContent = document.title;
  list.append(heading);

  const stage = document.createElement('main');
  stage.style.cssText =
    'display: flex; flex-wrap: wrap; gap: 16px; padding: 16px; align-content: start';

  galleryStates.forEach(({ id, title }) => {
    const link = document.createElement('a');
    link.href = `#${id}`;
    link.textContent = title;
    link.style.cssText = 'display: block; padding: 2px 0';
    list.append(link);
  });

  const show = (): void => {
    const id = location.hash.slice(1) || (galleryStates[0]?.id ?? '');
    stage.replaceChildren(
      ...['light', 'dark'].flatMap((scheme) => widths.map((width) => frameOf(id, scheme, width))),
    );
  };
  addEventListener('hashchange', show);
  root.append(list, stage);
  show();
}

function frameOf(id: string, scheme: string, width: number): HTMLElement {
  const frame = document.createElement('iframe');
  frame.src = `?state=${id}&scheme=${scheme}`;
  frame.title = `${id}, ${scheme}, ${width} px`;
  frame.style.cssText = `width: ${width}px; height: 860px; border: 1px solid #ccc; border-radius: 6px`;
  return frame;
}
