import { galleryStates } from './states';

const style = `
  body { margin: 0; font: 14px/20px system-ui, sans-serif; }
  #app { display: grid; grid-template-columns: 240px 1fr; padding: 16px; }
  a { display: block; padding: 2px 0; }
  iframe { height: 860px; margin: 0 16px 16px 0; border: 1px solid #ccc; }`;

/** A list of the states, and beside it the one chosen, at three widths and in both schemes. */
export function galleryIndex(root: HTMLElement): void {
  const links = galleryStates.map(({ id, title }) => `<a href="#${id}">${title}</a>`);
  root.innerHTML = `<style>${style}</style><nav>${links.join('')}</nav><main></main>`;
  const show = (): void => {
    const shown = galleryStates.find(({ id }) => `#${id}` === location.hash) ?? galleryStates[0];
    const frames = ['light', 'dark'].flatMap((scheme) =>
      [300, 320, 480].map((width) => {
        const query = `state=${shown?.id ?? ''}&scheme=${scheme}`;
        return `<iframe src="?${query}" title="${scheme}, ${width} px" style="width: ${width}px"></iframe>`;
      }),
    );
    const main = root.querySelector('main');
    if (main) main.innerHTML = frames.join('');
  };
  addEventListener('hashchange', show);
  show();
}
