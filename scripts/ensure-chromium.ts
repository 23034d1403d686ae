import { ensureChromium } from './lib/install-chromium';

const found = await ensureChromium();
if ('path' in found) {
  console.log(found.path);
} else {
  console.error(found.advice);
  process.exitCode = 1;
}
