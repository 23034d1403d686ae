import { useState } from 'react';
import styled from 'styled-components';
import type { OpenState } from '../app/panel-contract';
import { type Arrival, type Mail, type SuppressionEntry, arrivalOf } from '../diagnosis/answers';
import type { Lookup } from '../diagnosis/evidence';
import { failureWords } from '../wording/findings-in-words';
import type { Messages } from '../wording/translate';
import { AskedPart, PicturePart } from './deferred-part';
import { Disclosure } from './folds';
import { type Lane, isAside, lanesOf, pictureHeight, windowOf } from './mail-lanes';
import { Bone, Heading, Meta, Plain, Row, Section } from './primitives';
import { type ColorName, color } from './theme';
import { type ListState, useTools } from './tools';

/** Seen at a glance: which site sent the reset, when, and what became of it. */
export function Mails({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const [list, setList] = useState<ListState>({ open: false });
  const { evidence } = state.investigation.diagnosis;
  const window = windowOf(evidence);
  const lanes = window === undefined ? [] : lanesOf(evidence, window);
  const mails = lanes.flatMap(({ groups }) =>
    groups.flatMap(({ marks }) => marks.map((mark) => mark.mail)),
  );

  return (
    <Section aria-label={t('mails.heading')}>
      <Heading>{t('mails.heading')}</Heading>
      {window === undefined || mails.length === 0 ? (
        <NoMails state={state} lanes={lanes} />
      ) : (
        <>
          <PicturePart outline={<Bone $height={pictureHeight} />}>
            {({ MailPicture }) => (
              <MailPicture
                lanes={lanes}
                window={window}
                ticketAt={state.ticket.createdAt}
                onOpen={(mail) => {
                  setList({ open: true, mail });
                }}
              />
            )}
          </PicturePart>
          <Legend mails={mails} />
          <Disclosure
            title={t('mails.as_list')}
            open={list.open}
            onToggle={(open) => {
              if (open !== list.open) setList({ open });
            }}
          >
            <AskedPart outline={<Bone $height={80} />}>
              {({ MailList }) => <MailList evidence={evidence} list={list} />}
            </AskedPart>
          </Disclosure>
        </>
      )}
      {suppressionLines(evidence.suppressions, t).map((line, index) => (
        <Meta key={index}>{line}</Meta>
      ))}
      {evidence.suppressions.state === 'pending' && <Bone $height={16} />}
    </Section>
  );
}

/** Stands alone, where in a sentence it would not begin one. */
const Word = styled(Meta)`
  &::first-letter {
    text-transform: uppercase;
  }
`;

interface NoMailsProps {
  readonly state: OpenState;
  readonly lanes: readonly Lane[];
}

/** No mail is no picture: a word for each site. */
function NoMails({ state, lanes }: NoMailsProps) {
  const { messages: t } = useTools();
  if (lanes.length === 0) {
    return <Word>{state.investigation.running ? t('mails.asking') : t('mails.not_known')}</Word>;
  }
  return (
    <Plain $gap={0}>
      {lanes.map(({ source, state: found }) => (
        <Meta as="li" key={source}>
          {t('mails.lane_state', {
            lane: t(`mails.lane.${source}`),
            state: found === 'mails' ? '' : t(`mails.${found}`),
          })}
        </Meta>
      ))}
    </Plain>
  );
}

const colors: Record<Arrival, ColorName> = {
  arrived: 'foreground.success',
  lost: 'foreground.danger',
  underway: 'foreground.warning',
};

/** A shape for each fate: a disc, a cross, a ring. */
const shapes: Record<Arrival, string> = {
  arrived: 'M0-6A6 6 0 1 1 0 6 6 6 0 1 1 0-6Z',
  lost: 'M-5-5 5 5M5-5-5 5',
  underway: 'M0-5A5 5 0 1 1 0 5 5 5 0 1 1 0-5Z',
};

const Shape = styled.path<{ readonly $tone: Arrival }>`
  fill: ${({ $tone }) => ($tone === 'arrived' ? color(colors[$tone]) : 'none')};
  stroke: ${({ $tone }) => color(colors[$tone])};
  stroke-width: ${({ $tone }) => ($tone === 'arrived' ? 0 : 2.5)};
  stroke-linecap: round;
`;

interface MarkProps {
  readonly tone: Arrival;
  /** Only resets are drawn large: the verdict rests on them. */
  readonly small?: boolean;
}

export function Mark({ tone, small = false }: MarkProps) {
  return <Shape $tone={tone} d={shapes[tone]} transform={small ? 'scale(0.6)' : undefined} />;
}

const tones = ['arrived', 'lost', 'underway'] as const;

interface LegendProps {
  readonly mails: readonly Mail[];
}

/** Only the marks that are in the picture. */
function Legend({ mails }: LegendProps) {
  const { messages: t } = useTools();
  return (
    <Row aria-label={t('mails.legend')} role="group">
      {tones
        .filter((tone) => mails.some(({ outcome }) => arrivalOf(outcome) === tone))
        .map((tone) => (
          <Meta as="span" key={tone}>
            <svg width="12" height="12" viewBox="-8 -8 16 16" aria-hidden>
              <Mark tone={tone} />
            </svg>{' '}
            {t(`mail.tone.${tone}`)}
          </Meta>
        ))}
      {mails.some(isAside) && <Meta as="span">{t('mails.small')}</Meta>}
    </Row>
  );
}

type Entries = readonly SuppressionEntry[];

/** Mailgun's lists, asked only when a mail to sign in with was lost. That a list may not be read is said as well. */
export function suppressionLines(lookup: Lookup<Entries>, t: Messages): readonly string[] {
  if (!('at' in lookup)) return [];
  return lookup.state === 'failed' ? failedWords(lookup, t) : answerWords(lookup, t);
}

function failedWords(
  { failure }: Extract<Lookup<Entries>, { state: 'failed' }>,
  t: Messages,
): readonly string[] {
  const { what, next } = failureWords(failure, t);
  return [`${t('suppression.failed')} ${what} ${next}`];
}

function answerWords(
  { value }: Extract<Lookup<Entries>, { state: 'answered' }>,
  t: Messages,
): readonly string[] {
  const listed = value.filter((entry) => entry.listed).map((entry) => listedWords(entry, t));
  return listed.length === 0 ? [t('suppression.none')] : listed;
}

function listedWords({ list, since }: SuppressionEntry, t: Messages): string {
  const name = t(`suppression.list.${list}`);
  return since === undefined
    ? t('suppression.listed_undated', { list: name })
    : t('suppression.listed', { list: name, date: t.date(since) });
}
