import styled from 'styled-components';
import type { SettingProblem } from '../desk-types';
import { Action } from '../parts/button';
import { Text } from '../parts/text';
import { keepFocus } from '../parts/keep-focus';
import { useTools } from '../tools';
import { Notice } from './notice';

const Problems = styled.ul`
  display: grid;
  gap: 8px;
  margin: 0;
  padding-left: 20px;
`;

interface SettingsBrokenProps {
  readonly problems: readonly SettingProblem[];
  readonly isAdmin: boolean;
}

/** Which setting, what is expected, and who can change it. */
export function SettingsBroken({ problems, isAdmin }: SettingsBrokenProps) {
  const { messages: t, actions } = useTools();
  return (
    <Notice title={t('settings.title')}>
      <Problems>
        {problems.map(({ setting, problem, expected }) => (
          <li key={setting}>
            <code>{setting}</code>
            <br />
            {t(`setting.${problem}`, { expected })}
          </li>
        ))}
      </Problems>
      <Text>{isAdmin ? t('settings.admin') : t('settings.agent')}</Text>
      <div>
        <Action
          onClick={(event) => {
            keepFocus(event);
            actions.refresh();
          }}
        >
          {t('zendesk_failed.retry')}
        </Action>
      </div>
    </Notice>
  );
}
