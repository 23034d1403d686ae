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
import type { Clock } from '../shared/clock';
import { loadAskedWords, loadLaterWords, type Messages } from '../wording/translate';
import { AddressBar } from './address-bar';
import { AskedPart, LaterPart, SetupPart, useLater } from './deferred-part';
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
import { Verdict, verdictView } from './verdict';

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

/** The glance on top (address, verdict, reply), the reasons below. */
function OpenTicket({ state }: { readonly state: OpenState }) {
  const { address } = state.selected;
  const [detailed, setDetailed] = useState<string>();
  const waited = useWaited(verdictView(state.investigation).kind === 'pending', address);
  return (
    <>
      {(state.requesterChanged || state.offline || state.leftover !== undefined) && (
        <LaterPart outline={null} missing={null}>
          {({ Banners }) => <Banners state={state} />}
        </LaterPart>
      )}
      <AddressBar state={state} />
      <Verdict state={state} hasChecks={waited && detailed !== address} />
      {/* Another address, another set of replies: nothing said about the last one stays. */}
      <Replies key={address} state={state} waited={waited} />
      <Below key={`below ${address}`} state={state} onShown={setDetailed} />
    </>
  );
}

/** Who reads a reply is not known yet, and so neither is which one is offered. */
const areReadersAwaited = ({ disclosure }: OpenState): boolean =>
  disclosure.kind === 'closed' && disclosure.why.kind === 'pending';

/** Keeps the frame about as high as it will be; nothing is drawn that would then have to move. */
const Room = styled.div`
  height: 480px;
`;

interface BelowProps {
  readonly state: OpenState;
  readonly onShown: (address: string) => void;
}

/**
 * Comes as one piece and not before there is a result and the reply to it, whose lines would push it away: until then the
 * checks stand in the verdict's card. Then it stays: nothing that is being read or pressed moves.
 */
function Below({ state, onShown }: BelowProps) {
  const { address } = state.selected;
  const waited = useWaited(state.investigation.running);
  const [shown, setShown] = useState(false);
  const due =
    waited && verdictView(state.investigation).kind !== 'pending' && !areReadersAwaited(state);
  useEffect(() => {
    if (!due) return;
    setShown(true);
    onShown(address);
  }, [due, address, onShown]);
  const outline = <Room />;
  if (!due && !shown) return outline;
  return <LaterPart outline={outline}>{({ Details }) => <Details state={state} />}</LaterPart>;
}

interface RepliesProps {
  readonly state: OpenState;
  /** It has ended, or takes long: then the checks that are waited for take the room of a reply to come. */
  readonly waited: boolean;
}

/** What to tell the customer: suggested, never sent. Nothing at all where there is nothing to suggest. */
function Replies({ state, waited }: RepliesProps) {
  const { messages: t } = useTools();
  const later = useLater();
  const some = state.replies.length > 0;
  const isSettled = verdictView(state.investigation).kind === 'settled';
  if (!some && waited && !(isSettled && areReadersAwaited(state))) return null;
  // That it did not come is said below, once for all that is missing.
  if (later === 'failed') return null;
  if (some && typeof later === 'object') {
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
      <ReplyOutline words={some || isSettled ? t('reply.loading') : t('reply.waiting')} />
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
