/** Puts content where the caret is. A paragraph that it would end up inside of is split, as editors do. */
export function put(editor: HTMLElement, range: Range, content: DocumentFragment): void {
  const last = content.lastChild;
  const block = topLevel(editor, range.startContainer);
  range.deleteContents();
  if (block instanceof HTMLElement && content.firstElementChild) {
    range.setEndAfter(block);
    const rest = range.extractContents();
    block.after(content, ...[...rest.childNodes].filter((node) => node.textContent !== ''));
    if (block.textContent === '') block.remove();
  } else {
    range.insertNode(content);
  }
  if (last) range.setStartAfter(last);
  range.collapse(true);
}

function topLevel(editor: HTMLElement, node: Node): Node | undefined {
  let at: Node | null = node;
  while (at && at.parentNode !== editor) at = at.parentNode;
  return at ?? undefined;
}
