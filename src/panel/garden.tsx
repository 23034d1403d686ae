import { Anchor, Button } from '@zendeskgarden/react-buttons';
import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import type { ButtonHTMLAttributes, HTMLAttributes, ReactNode } from 'react';
import styled from 'styled-components';
import { QuietAction, keepFocus } from './folds';
import { Icon, Meta, type Tone } from './primitives';
import { type Scheme, small } from './theme';
import { useTools } from './tools';

const themeOf = (base: Scheme) => ({
  ...DEFAULT_THEME,
  colors: { ...DEFAULT_THEME.colors, base },
});

/** Built once each: a new theme object would restyle everything. */
const themes = { light: themeOf('light'), dark: themeOf('dark') } as const;

/** Around whatever holds one of Garden's components: they take their colours from its theme, not from ours. */
export function Garden({ children }: { readonly children: ReactNode }) {
  const { scheme } = useTools();
  return <ThemeProvider theme={themes[scheme]}>{children}</ThemeProvider>;
}

interface ActionProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'color'> {
  /** The one press that the panel is there for; there is one at most. */
  readonly primary?: boolean;
  readonly submits?: boolean;
  readonly [data: `data-${string}`]: string;
}

export function Action({ primary = false, submits = false, ...attributes }: ActionProps) {
  const type = submits ? 'submit' : 'button';
  return <Pressed {...attributes} type={type} size="small" isPrimary={primary} />;
}

/** One element whether it stands out or not, so that the focus stays on it. Without its colour it does so by its words. */
const Pressed = styled(Button)`
  @media (forced-colors: active) {
    font-weight: ${({ isPrimary }) => (isPrimary === true ? 600 : 400)};
  }
`;

/** In the middle: Garden's hides what overflows, and so would stand on its lower edge within a sentence. */
const Link = styled(Anchor)`
  display: inline-block;
  padding: 4px 0;
  font-size: ${small.size};
  line-height: ${small.line};
  text-wrap: balance;
  vertical-align: middle;
`;

interface OutLinkProps {
  readonly href: string;
  readonly children: string;
  /** What it opens, where the visible word alone does not say; begins with that word. */
  readonly label?: string;
}

/** Leaves Zendesk, in a tab of its own, and says so. */
export function OutLink({ href, children, label }: OutLinkProps) {
  const { messages: t } = useTools();
  const newTab = t('link.new_tab');
  return (
    <Link
      href={href}
      isExternal
      externalIconLabel={newTab}
      aria-label={label === undefined ? undefined : `${label} ${newTab}`}
    >
      {children}
    </Link>
  );
}

interface UndoProps {
  /** What the engineer entered or chose. */
  readonly of: string;
  readonly onUndo: () => void;
}

export function Undo({ of, onUndo }: UndoProps) {
  const { messages: t } = useTools();
  const undo = t('hand.take_back');
  return (
    <QuietAction
      aria-label={t('hand.choice', { answer: undo, check: of })}
      onClick={(event) => {
        keepFocus(event);
        onUndo();
      }}
    >
      {undo}
    </QuietAction>
  );
}

/** Of several accounts one was chosen: whatever came of that goes with it. */
export function UndoChoice({ of }: Pick<UndoProps, 'of'>) {
  const { actions } = useTools();
  return (
    <Undo
      of={of}
      onUndo={() => {
        actions.chooseAccount(undefined);
      }}
    />
  );
}

interface CancelProps {
  readonly label?: string;
  readonly onCancel: () => void;
}

/** The way to say no where a press is asked for a second time. */
export function Cancel({ label, onCancel }: CancelProps) {
  const { messages: t } = useTools();
  return (
    <QuietAction
      data-action="cancel"
      aria-label={label}
      onClick={(event) => {
        keepFocus(event);
        onCancel();
      }}
    >
      {t('reply.cancel')}
    </QuietAction>
  );
}

const Line = styled(Meta)`
  display: grid;
  grid-template-columns: 14px minmax(0, 1fr);
  gap: 6px;
  align-items: start;

  svg {
    margin-top: 1px;
  }
`;

interface IconLineProps extends HTMLAttributes<HTMLElement> {
  readonly tone: Tone;
  readonly [data: `data-${string}`]: string;
}

/** A small line that begins with what kind it is. */
export function IconLine({ tone, children, ...attributes }: IconLineProps) {
  return (
    <Line as="div" {...attributes}>
      <Icon tone={tone} size={14} />
      <span>{children}</span>
    </Line>
  );
}
