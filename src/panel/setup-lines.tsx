import styled from 'styled-components';
import type { SetupView } from '../app/panel-contract';
import {
  type SeenSubject,
  type SetupLine,
  type SetupLineState,
  docsName,
  docsPage,
  partOf,
  setupParts,
} from '../setup/lines';
import { lineWords, subjectWords } from '../setup/setup-in-words';
import { visibleText } from '../shared/text';
import { Banner } from './deferred-part';
import {
  Icon,
  Meta,
  Plain,
  Spread,
  Stack,
  Strong,
  SubHeading,
  Text,
  type Tone,
} from './primitives';
import { useTools } from './tools';

/** By who was asked, in the order of the list; what nobody was asked about yet is not there. */
export function SetupLines({ lines }: { readonly lines: readonly SetupLine[] }) {
  const { messages: t } = useTools();
  return (
    <Stack $gap={12}>
      {setupParts
        .map((part) => ({ part, found: lines.filter(({ id }) => partOf(id) === part) }))
        .filter(({ found }) => found.length > 0)
        .map(({ part, found }) => (
          <div key={part}>
            <SubHeading>{t(`setup.part.${part}`)}</SubHeading>
            <Plain $gap={8}>
              {found.map((line) => (
                <Line key={`${line.id} ${line.about ?? ''}`} line={line} />
              ))}
            </Plain>
          </div>
        ))}
    </Stack>
  );
}

const tones: Readonly<Record<SetupLineState, Tone>> = {
  works: 'good',
  fails: 'lost',
  unknown: 'unknown',
};

const Item = styled.li`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: 0 8px;

  > svg {
    margin-top: 2px;
  }
`;

/** A long name goes on below itself, and leaves no line empty beside it. */
const NameAndState = styled(Spread)`
  > :first-child {
    flex: 1 1 8em;
  }
`;

const DocsPath = styled.code`
  overflow-wrap: anywhere;
`;

/** What was looked at, how it is, and, where it does not work, what to do and where the docs say more. */
function Line({ line }: { readonly line: SetupLine }) {
  const { messages: t } = useTools();
  const { title, found, next } = lineWords(line, t);
  const state = t(`setup.state.${line.state}`);
  return (
    <Item data-setup={line.id} data-state={line.state}>
      <Icon tone={tones[line.state]} />
      <div>
        <NameAndState>
          <span>{title}</span>
          {line.state === 'works' ? <Meta as="span">{state}</Meta> : <Strong>{state}</Strong>}
        </NameAndState>
        <Meta>{found}</Meta>
        {line.subjects && <Subjects subjects={line.subjects} />}
        {line.state !== 'works' && (
          <>
            {next !== '' && <Text>{next}</Text>}
            <Meta>
              {t('setup.panel.more')} <span lang="en">{docsName(line.id)}</span>{' '}
              <DocsPath>({docsPage(line.id)})</DocsPath>
            </Meta>
          </>
        )}
      </div>
    </Item>
  );
}

/** With how many mails of each domain, so that a subject that nobody sends stands out. */
function Subjects({ subjects }: { readonly subjects: readonly SeenSubject[] }) {
  const { messages: t } = useTools();
  return (
    <Plain>
      {subjects.map((seen) => (
        <Meta as="li" key={`${seen.what} ${seen.subject}`} data-subject={seen.what}>
          {t('setup.panel.subject', {
            subject: visibleText(seen.subject),
            what: subjectWords(seen, t),
            portal: seen.portal,
            gitlab: seen.gitlab,
          })}
        </Meta>
      ))}
    </Plain>
  );
}

/** Above everything else: what would make any verdict wrong without a word. */
export function UnsafeSetup({ setup }: { readonly setup: SetupView }) {
  const { messages: t } = useTools();
  return (
    <Banner>
      <Stack $gap={4}>
        <Strong>{t('setup.panel.unsafe')}</Strong>
        {setup.unsafe.map((line) => {
          const { title, found, next } = lineWords(line, t);
          return (
            <div key={`${line.id} ${line.about ?? ''}`} data-unsafe={line.id}>
              {`${title}: ${found} ${next}`}
            </div>
          );
        })}
      </Stack>
    </Banner>
  );
}
