import { minutes, noon } from '../../fixtures/evidence';
import { openState } from '../../fixtures/open-state';
import type { AppState, ReplyState, SetupView } from '../../src/app/panel-contract';
import type { Evidence } from '../../src/diagnosis/evidence';
import type { ClosedReason } from '../../src/replies/may-disclose';
import { found } from './evidence';

export interface GalleryState {
  readonly id: string;
  readonly title: string;
  readonly state: AppState;
  /** Where it is an admin who looks. */
  readonly setup?: SetupView;
  /** Buttons to press first, by their words, to reach what the picture is of. */
  readonly press?: readonly string[];
}

/** A ticket of which this is known. `change`: what it has otherwise; `press`: as above. */
export const seen = (
  id: string,
  title: string,
  evidence: Evidence,
  press: readonly string[] = [],
  change: Parameters<typeof openState>[1] = {},
): GalleryState => ({ id, title, state: openState(evidence, change), press });

const closed: readonly ClosedReason[] = [
  { kind: 'pending' },
  { kind: 'another-requester' },
  ...(
    ['requester', 'saved_requester', 'identities', 'copies', 'audiences', 'channel'] as const
  ).map((what) => ({ kind: 'unknown' as const, what })),
  { kind: 'channel' },
  { kind: 'problem' },
  { kind: 'not-theirs' },
  { kind: 'unverified' },
  { kind: 'others-unverified', addresses: ['j.doe@example.org'] },
];

type Inserted = NonNullable<ReplyState['inserted']>;

function afterPress(where: Inserted['where'], more: Partial<Inserted> = {}): AppState {
  const state = openState(found.reseller);
  const inserted = {
    at: noon + minutes(1),
    where,
    canTakeOut: false,
    otherWords: false,
    ...more,
  };
  return { ...state, replies: state.replies.map((reply) => ({ ...reply, inserted })) };
}

const leftover = (id: string, title: string, sure: boolean): GalleryState =>
  seen(id, `Requester changed, and ${title}`, found.noCause, [], {
    requesterChanged: true,
    leftover: {
      about: 'billing@example.com',
      at: noon,
      canTakeOut: sure,
      sure,
      ofAnother: true,
      isFormer: false,
    },
  });

/** Who reads a public reply, where that changes what is offered: another requester, others in copy, nobody knows who. */
export const readerStates: readonly GalleryState[] = [
  seen('requester-changed', 'Requester changed meanwhile', found.nothingYet, [], {
    requesterChanged: true,
  }),
  leftover('leftover', 'a reply about the last one in the composer', true),
  leftover('leftover-maybe', 'a reply about the last one may be in the composer', false),
  {
    id: 'maybe-in-draft',
    title: 'A reply that may be in the draft',
    state: afterPress('maybe'),
  },
  {
    id: 'maybe-sent',
    title: 'A reply that may have been sent',
    state: afterPress('maybe-sent'),
  },
  {
    id: 'other-words',
    title: 'A macro that wrote something else than its preview',
    state: afterPress('composer', { canTakeOut: false, otherWords: true }),
  },
  seen('strangers', 'Strangers in copy', found.noCause, [], {
    disclosure: {
      kind: 'strangers',
      people: [
        { kind: 'person', id: 31, name: 'Rosa Roe', address: 'rosa.roe@example.org' },
        { kind: 'person', id: 32, name: undefined, address: 'team@example.net' },
      ],
    },
  }),
  ...closed.map((why): GalleryState => ({
    id: `closed-${why.kind === 'unknown' ? `unknown-${why.what}` : why.kind}`,
    title: `Only the neutral reply: ${why.kind === 'unknown' ? `unknown ${why.what}` : why.kind}`,
    state: openState(found.reseller, { disclosure: { kind: 'closed', why } }),
  })),
];
