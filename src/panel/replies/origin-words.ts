import type { Messages } from '../../i18n/messages';
import { visibleText } from '../../reply/visible-text';
import type { ReplyOrigin } from '../../reply/reply';

/** Where the words come from, and why not from the macro. */
export function originWords(origin: ReplyOrigin, t: Messages): string {
  if (origin.kind === 'macro') {
    const { title, ownMacro } = origin;
    return t(ownMacro ? 'reply.origin.own_macro' : 'reply.origin.macro', {
      title: visibleText(title),
    });
  }
  const language = t(`language.${origin.language}`);
  return `${t('reply.origin.bundled', { language })} ${t(`reply.why.${origin.why}`)}`;
}
