import styled from 'styled-components';
import { color } from '../theme';

export const Page = styled.main`
  display: grid;
  /* Long addresses must wrap, not widen the panel. */
  grid-template-columns: minmax(0, 1fr);
  gap: 12px;
  max-width: 640px;
  padding: 8px 12px 16px;
  outline: none;
`;

export const Stack = styled.div<{ readonly $gap?: number }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ $gap = 8 }) => $gap}px;
`;

export const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
`;

/** Something left, something right, wrapping when it has to. */
export const Spread = styled(Row)`
  justify-content: space-between;
`;

export const Section = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 8px;
  padding-top: 12px;
  border-top: 1px solid ${color('border.subtle')};
`;

export const Plain = styled.ul<{ readonly $gap?: number }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ $gap = 4 }) => $gap}px;
  margin: 0;
  padding: 0;
  list-style: none;
`;
