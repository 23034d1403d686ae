import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const page = `<!doctype html>
<html>
  <head>
    <script defer src="https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"></script>
    <script type="module" src="./app.js"></script>
  </head>
  <body><div id="app">ü</div></body>
</html>
`;

export const script = 'console.log("an app");\n';

/** A folder as the build leaves it, without building. */
export function anAppFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  for (const file of ['manifest.json', 'requirements.json']) {
    cpSync(resolve(file), join(folder, file));
  }
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'index.html'), page);
  writeFileSync(join(folder, 'assets', 'app.js'), script);
  return folder;
}
