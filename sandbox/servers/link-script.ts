/** Leads a click on a link of a mapped host to its stand-in, in a tab of its own. */
export function linkScript(standIns: Readonly<Record<string, string>>): string {
  return `(() => {
  const local = ${JSON.stringify(standIns)};
  const follow = (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href]');
    if (!link || !(link.hostname in local)) return;
    event.preventDefault();
    const { pathname, search, hash } = link;
    window.open(local[link.hostname] + pathname + search + hash, '_blank', 'noopener');
  };
  addEventListener('click', follow, true);
  addEventListener('auxclick', follow, true);
})();
`;
}
