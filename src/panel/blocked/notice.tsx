import type { ReactNode } from 'react';
import { Stack } from '../parts/layout';
import { Text, Title } from '../parts/text';

interface NoticeProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** A state in which there is nothing to judge: what is the matter, and what to do. */
export function Notice({ title, text, children }: NoticeProps) {
  return (
    <Stack data-verdict="blocked" $gap={12}>
      <Title>{title}</Title>
      {text !== undefined && <Text>{text}</Text>}
      {children}
    </Stack>
  );
}
