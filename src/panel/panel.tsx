import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { createRoot } from 'react-dom/client';
import styled from 'styled-components';
import type { App, AppState, OpenState } from '../app/panel-contract';
import { arrivalOf } from '../diagnosis/answers';
import type { Clock } from '../shared/clock';
import { loadAskedWords, loadLaterWords, type Messages } from '../wording/translate';
import { AddressBar } from './address-bar';
import { AskedPart, LaterPart, SetupPart, useAsked, useLater } from './deferred-part';
import { HiddenHeading, Page, Bone, Hidden, Stack, Heading, ReplyOutline } from './primitives';
import { PageStyle, type SchemeStore, useScheme } from './theme';
import {
  type AskedParts,
  type LaterParts,
  type PictureParts,
  type SetupParts,
  SayContext,
  ToolsContext,
  defer,
  useSay,
  useTools,
  useWaited,
} from './tools';
import { Verdict, type VerdictView, verdictView } from './verdict';

/** Fetched once, whatever is mounted: what has come stays. */
export const deferredParts = {
  later: defer<LaterParts>(async (messages) => {
    const [parts, words] = await Promise.all([
      import('./later-parts'),
      loadLaterWords(messages.language),
    ]);
    messages.add(words);
    return parts;
  }),
  asked: defer<AskedParts>(async (messages) => {
    const [parts, words] = await Promise.all([
      import('./asked-parts'),
      loadAskedWords(messages.language),
    ]);
    messages.add(words);
    return parts;
  }),
  picture: defer<PictureParts>(() => import('./mail-picture')),
  setupParts: defer<SetupParts>(async (messages) => {
    const [parts, words] = await Promise.all([
      import('./setup-parts'),
      loadAskedWords(messages.language),
    ]);
    messages.add(words);
    return parts;
  }),
};

export interface PanelParts {
  readonly app: App;
  readonly messages: Messages;
  readonly scheme: SchemeStore;
  readonly clock: Clock;
  /** Loads the app's frame once more. */
  readonly reload: () => void;
}

/** Draws the panel into `root`; the returned function takes it away again. */
export function mountPanel(root: HTMLElement, parts: PanelParts): () => void {
  const react = createRoot(root);
  react.render(<Panel {...parts} />);
  return () => {
    react.unmount();
  };
}

export function Panel({ app, messages, scheme: schemes, clock, reload }: PanelParts) {
  const subscribe = useCallback((listener: () => void) => app.subscribe(listener), [app]);
  const state = useSyncExternalStore(subscribe, () => app.getState());
  const setup = useSyncExternalStore(subscribe, () => app.getSetup());
  const scheme = useScheme(schemes);
  const tools = useMemo(
    () => ({ messages, actions: app, clock, reload, scheme, setup, ...deferredParts }),
    [messages, app, clock, reload, scheme, setup],
  );

  return (
    <>
      <PageStyle $scheme={scheme} />
      <ToolsContext.Provider value={tools}>
        <LiveRegion>
          <Screen state={state} />
          <LaterPart outline={null} missing={<SaysMissing />}>
            {({ Announcements }) => <Announcements state={state} />}
          </LaterPart>
        </LiveRegion>
      </ToolsContext.Provider>
    </>
  );
}

/** What else would say the changes did not come: that much is said. */
function SaysMissing() {
  const { messages: t } = useTools();
  const say = useSay();
  useEffect(() => {
    say(t('details.failed'));
  }, [say, t]);
  return null;
}

/** One screen for each kind of state: never a blank frame. */
function Screen({ state }: { readonly state: AppState }) {
  const { messages: t, setup } = useTools();
  const isOfferedAbove = state.kind === 'open' && setup.offered;
  return (
    <Page tabIndex={-1}>
      <HiddenHeading>{t('app.title')}</HiddenHeading>
      {setup.unsafe.length > 0 && (
        <LaterPart outline={null} missing={null}>
          {() => <SetupPart>{({ UnsafeSetup }) => <UnsafeSetup setup={setup} />}</SetupPart>}
        </LaterPart>
      )}
      {screenOf(state)}
      {setup.isAdmin && !isOfferedAbove && (
        <LaterPart outline={null} missing={null}>
          {({ SetupLink }) => <SetupLink />}
        </LaterPart>
      )}
    </Page>
  );
}

function screenOf(state: AppState) {
  if (state.kind === 'starting') return <Starting />;
  if (state.kind === 'open') return <OpenTicket state={state} />;
  return (
    <LaterPart outline={<Starting />}>
      {() => (
        <AskedPart outline={<Starting />}>{({ Blocked }) => <Blocked state={state} />}</AskedPart>
      )}
    </LaterPart>
  );
}

/** The size of the address, the verdict and the reply that will stand here. */
function Starting() {
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

/**
 * The glance on top (address, verdict, reply), the reasons below. Reply and reasons wait for all that stands above them,
 * once an address: whatever is asked again later, what was there stays.
 */
function OpenTicket({ state: known }: { readonly state: OpenState }) {
  const { address } = known.selected;
  const { kind } = verdictView(known.investigation);
  const waited = useWaited(kind === 'pending', address);
  const ended = useWaited(known.investigation.running, address);
  const saysWhy = saysWhyLost(known);
  const why = useAsked(saysWhy);
  const [whole, setWhole] = useState<string>();
  const isWhole = whole === address;
  const isAwaited =
    known.awaited ||
    // How soon the neutral reply is there hangs on no result, only on when the last source answers.
    (known.disclosure.kind === 'closed' ? known.investigation.running : kind === 'pending') ||
    (saysWhy && why === 'loading') ||
    known.replies.some(({ text }) => text.state === 'loading');
  if (!isWhole && !isAwaited) setWhole(address);
  const state = { ...known, awaited: !isWhole };
  return (
    <>
      {(state.requesterChanged || state.offline || state.leftover !== undefined) && (
        <LaterPart outline={null} missing={null}>
          {({ Banners }) => <Banners state={state} />}
        </LaterPart>
      )}
      <AddressBar state={state} />
      <Verdict state={state} hasChecks={waited && !(isWhole && ended)} />
      {/* Another address, another set of replies: nothing said about the last one stays. */}
      <Replies key={address} state={state} kind={kind} waited={waited} />
      {isWhole && ended ? (
        <LaterPart key={`below ${address}`} outline={<Room />}>
          {({ Details }) => <Details state={state} />}
        </LaterPart>
      ) : (
        <Room />
      )}
    </>
  );
}

/** Of a mail that did not arrive the card says why, above the reply: with a part that few tickets show. */
function saysWhyLost({ investigation }: OpenState): boolean {
  const { portal_log: log } = investigation.diagnosis.evidence;
  return (
    log.state === 'answered' &&
    log.value.mails.some(({ outcome }) => arrivalOf(outcome) !== 'arrived')
  );
}

/** Keeps the frame about as high as it will be; nothing is drawn that would then have to move. */
const Room = styled.div`
  height: 480px;
`;

interface RepliesProps {
  readonly state: OpenState;
  readonly kind: VerdictView['kind'];
  /** It has ended, or takes long: then the checks that are waited for take the room of a reply to come. */
  readonly waited: boolean;
}

/** What to tell the customer: suggested, never sent. Nothing at all where there is nothing to suggest. */
function Replies({ state, kind, waited }: RepliesProps) {
  const { messages: t } = useTools();
  const later = useLater();
  const some = state.replies.length > 0;
  const isDue = kind === 'settled' || (some && kind === 'open');
  if (waited && !(state.awaited ? isDue : some)) return null;
  // That it did not come is said below, once for all that is missing.
  if (later === 'failed') return null;
  if (some && !state.awaited && typeof later === 'object') {
    return (
      <Stack key="list" as="section" aria-label={t('reply.section')}>
        <later.Garden>
          <later.ReplyList state={state} />
        </later.Garden>
      </Stack>
    );
  }
  return (
    <Stack key="outline" as="section" aria-label={t('reply.section')} $gap={6}>
      <Heading>{t('reply.heading')}</Heading>
      <ReplyOutline words={isDue ? t('reply.loading') : t('verdict.pending')} />
    </Stack>
  );
}

/** The panel's only live region: says what changed, in a sentence, and moves nothing. */
function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ number: 0, sentence: '' });
  const say = useCallback((sentence: string) => {
    setSaid(({ number }) => ({ number: number + 1, sentence }));
  }, []);

  return (
    <SayContext.Provider value={say}>
      {children}
      <Hidden role="status">
        {/* The same sentence once more is a new one: it is another element that says it. */}
        <span key={said.number}>{said.sentence}</span>
      </Hidden>
    </SayContext.Provider>
  );
}
