import type { AppFiles } from './app-files';
import type { Package } from './deploy-app';
import { pack, unpack } from './pack';
import { packageName } from './package-name';
import { textOf } from './validate/json';
import { validatePackage } from './validate/validate-package';

/** The package of a built app, unless a check finds an error in it. */
export function packageToDeploy(files: AppFiles): Package {
  const zip = pack(files);
  const packed = unpack(zip);
  const errors = validatePackage(packed).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const list = errors.map(({ rule, message }) => `  ${rule}: ${message}`).join('\n');
    throw new Error(`Not deployed: the package is not valid.\n${list}`);
  }
  return { fileName: packageName(packed), appName: nameIn(packed), zip };
}

function nameIn(files: AppFiles): string {
  const words = JSON.parse(textOf(files.get('translations/en.json'))) as { app: { name: string } };
  return words.app.name;
}
