import type { Messages } from '../wording/messages';
import { type SeenSubject, type SetupLine, type SetupReport, partOf, setupDocs } from './lines';
import { isDevise } from './subjects';
import { lineWords } from './words';

/** A check as Markdown, for a note or an issue: no address, name or secret, and no subject but Devise's own. */
export function setupAsText(
  { kind, lines, at }: SetupReport,
  t: Messages,
  version: string,
): string {
  const heads = t('setup.copy.columns').split(' | ');
  return [
    `## ${t('setup.copy.title', { version })}`,
    '',
    [
      t('setup.copy.at', { time: t.instant(at) }),
      ...(kind === 'cancelled' ? [t('setup.copy.cancelled')] : []),
    ].join(' '),
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...lines.map((line) => row(cellsOf(line, t))),
    '',
  ].join('\n');
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;

function cellsOf(line: SetupLine, t: Messages): readonly string[] {
  const { title, found, next } = lineWords(line, t);
  const subjects = (line.subjects ?? []).map((seen) => subjectText(seen, t));
  return [
    t(`setup.state.${line.state}`),
    `${t(`setup.part.${partOf(line.id)}`)}: ${title}`,
    [found, ...subjects].join(' '),
    next,
    `docs/${setupDocs[line.id]}`,
  ];
}

/** Whoever reads the copy need not be one who may read the mails. */
function subjectText({ subject, portal, gitlab }: SeenSubject, t: Messages): string {
  const shown = isDevise(subject) ? `“${subject}”` : t('setup.copy.other_subject');
  return t('setup.copy.subject', { subject: shown, portal, gitlab });
}
