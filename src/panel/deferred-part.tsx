import { type ReactNode, useEffect, useState } from 'react';
import styled from 'styled-components';
import { QuietAction } from './folds';
import { Meta } from './primitives';
import { small } from './theme';
import {
  type AskedParts,
  type Come,
  type Deferred,
  type LaterParts,
  type PictureParts,
  type SetupParts,
  useTools,
} from './tools';

/** Tried once a mount. */
function useDeferred<Parts extends object>(deferred: Deferred<Parts>, wanted = true): Come<Parts> {
  const { messages } = useTools();
  const [known, setParts] = useState(() => deferred.come());
  const now = deferred.come();
  // What has come elsewhere is there for all at once: none is drawn below a place that is still empty.
  const parts = typeof now === 'object' ? now : known;
  const come = typeof parts === 'object';
  useEffect(() => {
    if (come || !wanted) return;
    let mounted = true;
    void deferred.fetch(messages).then((fetched) => {
      if (mounted) setParts(() => fetched);
    });
    return () => {
      mounted = false;
    };
  }, [come, wanted, deferred, messages]);
  return parts;
}

export const useLater = (): Come<LaterParts> => useDeferred(useTools().later);

export const useAsked = (wanted: boolean): Come<AskedParts> =>
  useDeferred(useTools().asked, wanted);

interface LaterPartProps {
  /** Keeps the part's room until its code has come, which is once, and mostly before the first answer. */
  readonly outline: ReactNode;
  /** In its place when its code did not come; by default that is said, with the way to get it. */
  readonly missing?: ReactNode;
  readonly children: (later: LaterParts) => ReactNode;
}

/** A part that the first view can do without. */
export function LaterPart({ outline, missing, children }: LaterPartProps) {
  const later = useLater();
  if (later === 'loading') return outline;
  if (later === 'failed') return missing === undefined ? <MissingPart /> : missing;
  return <later.Garden>{children(later)}</later.Garden>;
}

/**
 * Where code did not come. Not every browser asks again for a script that failed: another document does. What the
 * composer holds is Zendesk's, and stays.
 */
export function MissingPart() {
  const { messages: t, reload } = useTools();
  return (
    <div>
      <Meta>{t('details.failed')}</Meta>
      <QuietAction data-action="reload" onClick={reload}>
        {t('details.reload')}
      </QuietAction>
    </div>
  );
}

interface AskedPartProps {
  readonly outline: ReactNode;
  readonly children: (parts: AskedParts) => ReactNode;
}

/** A part that somebody has asked for, inside one that is there already. */
export function AskedPart({ outline, children }: AskedPartProps) {
  return drawn(useAsked(true), outline, children);
}

function drawn<Parts extends object>(
  parts: Come<Parts>,
  outline: ReactNode,
  children: (parts: Parts) => ReactNode,
) {
  if (parts === 'loading') return outline;
  return parts === 'failed' ? <MissingPart /> : children(parts);
}

interface PicturePartProps {
  readonly outline: ReactNode;
  readonly children: (parts: PictureParts) => ReactNode;
}

/** The picture, inside a part that is there already. */
export function PicturePart({ outline, children }: PicturePartProps) {
  return drawn(useDeferred(useTools().picture), outline, children);
}

const Plain = styled.div`
  padding: 9px 11px 9px 37px;
  font-size: ${small.size};
  line-height: ${small.line};
`;

/** A circumstance the engineer has to know before going on. It is read before Garden's alert around it has come. */
export function Banner({ children }: { readonly children: ReactNode }) {
  const parts = useDeferred(useTools().asked);
  if (typeof parts === 'object') return <parts.Warning>{children}</parts.Warning>;
  return <Plain>{children}</Plain>;
}

/** A part for whoever sets the app up, inside one that is there already. */
export function SetupPart({ children }: { readonly children: (parts: SetupParts) => ReactNode }) {
  return drawn(useDeferred(useTools().setupParts), null, children);
}
