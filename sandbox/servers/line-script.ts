/** The sandbox's own word to the app's page; as the key of a message it is nothing Zendesk's SDK sends. */
export const lineMessage = 'sandbox-offline';

/** Without a line a browser says so in every frame; of the workspace page's switch "Offline" it knows nothing. */
export const lineScript = `addEventListener('message', (event) => {
  const offline = event.source === parent && event.data?.['${lineMessage}'];
  if (typeof offline !== 'boolean' || offline !== navigator.onLine) return;
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: !offline });
  dispatchEvent(new Event(offline ? 'offline' : 'online'));
});
`;
