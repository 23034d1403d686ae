import type { AppFiles } from '../app-files';
import { fileRules } from './file-rules';
import { parseObject } from './json';
import { locationRules } from './location-rules';
import { manifestRules } from './manifest-rules';
import { parameterRules } from './parameter-rules';
import { requirementRules } from './requirement-rules';
import type { Fields, Finding, Rule } from './rule';
import { textRules } from './text-rules';
import { translationRules } from './translation-rules';

/** The checks of Zendesk's own validator that matter to an app like this, and a few of ours, without a network. */
export const rules: readonly Rule[] = [
  ...fileRules,
  ...manifestRules,
  ...locationRules,
  ...parameterRules,
  ...translationRules,
  ...requirementRules,
  ...textRules,
];

export function validatePackage(files: AppFiles): readonly Finding[] {
  const app = {
    files,
    manifest: parseObject(files.get('manifest.json')),
    requirements: parseObject(files.get('requirements.json')),
    translations: translationsIn(files),
  };
  return rules.flatMap(({ id, severity, check }) =>
    check(app).map((message) => ({ rule: id, severity, message })),
  );
}

function translationsIn(files: AppFiles): ReadonlyMap<string, Fields> {
  const found = new Map<string, Fields>();
  for (const [path, bytes] of files) {
    const locale = /^translations\/([^/]+)\.json$/.exec(path)?.[1];
    const file = parseObject(bytes);
    if (locale !== undefined && file !== undefined) found.set(locale, file);
  }
  return found;
}
