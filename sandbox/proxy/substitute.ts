import { textOf, type Installation } from './installation';
import { refuse } from './refuse';

/** The part of a request that a placeholder stands in. */
export type Part = 'url' | 'header' | 'body' | 'basic_auth_username' | 'basic_auth_password';

const placeholder = /\{\{setting\.([^{}]+)\}\}/g;

/**
 * Plain replacement without any encoding, as Zendesk's. Throws a refusal where a secure setting is not meant for
 * this part; a setting that does not exist stays as it is written.
 */
export function substitute(text: string, part: Part, { manifest, settings }: Installation): string {
  return text.replace(placeholder, (literal, name: string) => {
    const parameter = manifest.parameters.find((known) => known.name === name);
    if (!parameter) return literal;
    if (parameter.secure && parameter.scopes?.includes(part) === false) {
      refuse(`Setting ${name} may not be used in ${part}`);
    }
    return textOf(settings[name]);
  });
}
