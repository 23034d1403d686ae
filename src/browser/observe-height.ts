import type { ObserveHeight } from '../zendesk/resize';

export const observeHeight =
  (element: HTMLElement): ObserveHeight =>
  (onHeight) => {
    const observer = new ResizeObserver(() => {
      onHeight(element.getBoundingClientRect().height);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  };
