import styled, { keyframes } from 'styled-components';
import { Hidden, Stack } from './primitives';
import { color } from './theme';
import { useTools } from './tools';

const breathe = keyframes`
  50% { opacity: 0.5; }
`;

/** A line of what is to come, as wide and as high. */
export const Bone = styled.div<{ readonly $width?: string; readonly $height?: number }>`
  width: ${({ $width = '100%' }) => $width};
  height: ${({ $height = 14 }) => $height}px;
  border-radius: 3px;
  background: ${color('border.subtle')};
  animation: ${breathe} 1.6s ease-in-out infinite;
`;

/** The size of the address, the verdict and the reply that will stand here. */
export function Starting() {
  const { messages: t } = useTools();
  return (
    <Stack $gap={16} data-verdict="pending" aria-busy>
      <Hidden>{t('starting.text')}</Hidden>
      <Stack>
        <Bone $width="70%" $height={20} />
        <Bone $width="45%" />
      </Stack>
      <Bone $height={116} />
      <Bone $height={168} />
    </Stack>
  );
}
