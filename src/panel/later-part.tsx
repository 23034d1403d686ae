import type { ReactNode } from 'react';
import { Meta } from './parts/text';
import { useTools } from './tools';
import { useLater, type Later } from './use-later';

interface LaterPartProps {
  /** Keeps the part's room until its code has come, which is once, and mostly before the first answer. */
  readonly outline: ReactNode;
  readonly children: (later: Later) => ReactNode;
}

/** A part that the first view can do without. */
export function LaterPart({ outline, children }: LaterPartProps) {
  const { messages: t } = useTools();
  const later = useLater();
  if (later === 'loading') return outline;
  return later === 'failed' ? <Meta>{t('details.failed')}</Meta> : children(later);
}
