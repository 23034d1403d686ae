import styled from 'styled-components';
import { languages } from '../../lib/locale';
import type { OpenState } from '../desk-types';
import { Row } from '../parts/layout';
import { Meta } from '../parts/text';
import { color } from '../theme';
import { useTools } from '../tools';

/** As wide as there is room: the languages' names must not widen the panel. */
const Label = styled(Meta)`
  min-width: 0;
  max-width: 100%;
`;

const Select = styled.select`
  min-height: 28px;
  max-width: 100%;
  padding: 0 4px;
  border: 1px solid ${color('border.emphasis')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.default')};
  color: inherit;
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes.sm};
`;

/** The macro's own words, or the app's text in a language of the engineer's choice. */
export function LanguageChoice({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const customers = t(`language.${state.requesterLanguage}`);
  return (
    <Row>
      <Label as="label">
        {t('reply.language')}{' '}
        <Select
          value={state.replyLanguage ?? ''}
          onChange={({ target }) => {
            actions.chooseReplyLanguage(languages.find((language) => language === target.value));
          }}
        >
          <option value="">{t('reply.language_macro')}</option>
          {languages.map((language) => (
            <option key={language} value={language}>
              {language === state.requesterLanguage
                ? t('reply.language_auto', { language: customers })
                : t(`language.${language}`)}
            </option>
          ))}
        </Select>
      </Label>
    </Row>
  );
}
