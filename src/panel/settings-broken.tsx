import styled from 'styled-components';
import type { SettingProblem } from '../app/state';
import { settingLabel, settingWords, settingsAsText } from '../setup/setting-words';
import { Action } from './garden';
import { useCopy } from './insertion';
import { Meta, Strong, Text } from './primitives';
import { useTools } from './tools';

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

/** Which setting, what would do in its place, and who can change it. */
export function SettingsBroken({ problems, isAdmin }: SettingsBrokenProps) {
  const { messages: t } = useTools();
  const { copied, copy } = useCopy();
  return (
    <>
      <Problems>
        {problems.map((problem) => (
          <li key={problem.setting}>
            <Strong>{settingLabel(problem.setting, t)}</Strong>
            <br />
            {settingWords(problem, t)}
          </li>
        ))}
      </Problems>
      <Text>{isAdmin ? t('settings.admin') : t('settings.agent')}</Text>
      {!isAdmin && (
        <div>
          <Action
            data-action="copy-settings"
            onClick={() => void copy(settingsAsText(problems, t))}
          >
            {t('settings.copy')}
          </Action>
          {copied !== undefined && <Meta>{copied}</Meta>}
        </div>
      )}
    </>
  );
}
