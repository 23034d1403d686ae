import styled from 'styled-components';
import { color, small } from './theme';
import { useTools } from './tools';

const A = styled.a`
  display: inline-flex;
  align-items: center;
  gap: 3px;
  min-height: 24px;
  color: ${color('foreground.primary')};
  font-size: ${small.size};
  text-decoration: underline;
  text-underline-offset: 2px;
`;

interface OutLinkProps {
  readonly href: string;
  readonly children: string;
  /** What it opens, where the visible word alone does not say. */
  readonly label?: string;
}

/** Leaves Zendesk, in a tab of its own, and says so. */
export function OutLink({ href, children, label }: OutLinkProps) {
  const { messages: t } = useTools();
  return (
    <A
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('link.new_tab', { label: label ?? children })}
    >
      {children}
      <svg width="10" height="10" viewBox="0 0 10 10" fill="none" stroke="currentColor" aria-hidden>
        <path d="M4 2H2v6h6V6M5.5 1.5h3v3M8.2 1.8 4.5 5.5" />
      </svg>
    </A>
  );
}
