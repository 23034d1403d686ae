import {
  accountAnswer,
  answered,
  evidence,
  failedLookup,
  noon,
  pending,
  portalAccount,
  portalLog,
} from '../../fixtures/evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import type { Evidence } from '../../src/diagnosis/evidence';
import {
  type Picture,
  type PictureBox,
  layoutPicture,
  wrapLabel,
} from '../../src/diagnosis/tree-layout';
import de from '../../translations/panel/de.json';
import en from '../../translations/panel/en.json';
import es from '../../translations/panel/es.json';
import fr from '../../translations/panel/fr.json';
import ja from '../../translations/panel/ja.json';
import ptBR from '../../translations/panel/pt-BR.json';

const widths = [268, 288, 320, 480, 760];

const picture = (from: Partial<Evidence>, width = 288) =>
  layoutPicture(
    diagnose(evidence(from), { edition: passwordEdition, now: noon, customerWroteAt: noon }),
    width,
  );

const nameOf = (box: PictureBox) => (box.kind === 'question' ? box.check : box.outcome);

const states = ({ boxes }: Picture) =>
  Object.fromEntries(boxes.map((box) => [nameOf(box), box.state]));

const answerStates = ({ answers }: Picture) =>
  Object.fromEntries(answers.map(({ label, state }) => [label, state]));

const disabled = answered(accountAnswer(portalAccount({ loginActivated: false })));

describe('the picture', () => {
  it('is the rule table: every question and every outcome once, in reading order', () => {
    const { boxes } = layoutPicture({ edition: passwordEdition }, 288);
    expect(boxes.map(nameOf)).toEqual([
      'account',
      'no_account',
      'login',
      'reseller',
      'portal_reset',
      'gitlab_reset',
      'wrong_site_reset',
      'no_reset_mail',
      'reset_not_delivered',
      'confirmed',
      'unconfirmed',
      'no_known_cause',
    ]);
  });

  it('has every answer beside its branch', () => {
    const { answers } = layoutPicture({ edition: passwordEdition }, 288);
    for (const { label, check, value } of answers) expect(label).toBe(`answer.${check}.${value}`);
    expect(answers.map(({ label }) => label)).toEqual([
      'answer.account.absent',
      'answer.account.found',
      'answer.login.off',
      'answer.login.on',
      'answer.portal_reset.none',
      'answer.gitlab_reset.sent',
      'answer.gitlab_reset.none',
      'answer.portal_reset.undelivered',
      'answer.portal_reset.sent',
      'answer.confirmed.no',
      'answer.confirmed.yes',
    ]);
  });

  it('is labelled with messages that exist', () => {
    const { boxes, answers } = layoutPicture({ edition: passwordEdition }, 288);
    const labels = [...boxes, ...answers].map(({ label }) => label);
    expect(labels.filter((label) => !(label in en))).toEqual([]);
    expect(boxes.filter((box) => !box.label.endsWith(nameOf(box)))).toEqual([]);
  });

  it('without a diagnosis has nothing taken and nothing ruled out', () => {
    const { boxes, answers, lines } = layoutPicture({ edition: passwordEdition }, 288);
    const all = [...boxes, ...answers, ...lines].map(({ state }) => state);
    expect(new Set(all)).toEqual(new Set(['open']));
  });
});

describe('the way taken', () => {
  it('leads to the verdict and to no other outcome', () => {
    const drawn = picture({ portal_log: answered(portalLog()) });
    expect(states(drawn)).toEqual({
      account: 'taken',
      login: 'taken',
      portal_reset: 'taken',
      gitlab_reset: 'taken',
      no_reset_mail: 'taken',
      no_account: 'not-taken',
      reseller: 'not-taken',
      wrong_site_reset: 'not-taken',
      reset_not_delivered: 'not-taken',
      confirmed: 'not-taken',
      unconfirmed: 'not-taken',
      no_known_cause: 'not-taken',
    });
    expect(answerStates(drawn)).toMatchObject({
      'answer.account.found': 'taken',
      'answer.account.absent': 'not-taken',
      'answer.login.on': 'taken',
      'answer.portal_reset.none': 'taken',
      'answer.portal_reset.sent': 'not-taken',
      'answer.gitlab_reset.none': 'taken',
      'answer.gitlab_reset.sent': 'not-taken',
    });
  });

  it('ends early where the verdict does', () => {
    expect(states(picture({ customersdot: disabled, portal_log: pending }))).toMatchObject({
      login: 'taken',
      reseller: 'taken',
      portal_reset: 'not-taken',
    });
  });

  it('forks where an answer is missing', () => {
    const drawn = picture({ customersdot: failedLookup, portal_log: answered(portalLog()) });
    expect(states(drawn)).toEqual({
      account: 'taken',
      no_account: 'open',
      login: 'open',
      reseller: 'open',
      portal_reset: 'open',
      gitlab_reset: 'open',
      no_reset_mail: 'open',
      wrong_site_reset: 'not-taken',
      reset_not_delivered: 'not-taken',
      confirmed: 'open',
      unconfirmed: 'open',
      no_known_cause: 'not-taken',
    });
  });

  it('is there, and is drawn last', () => {
    const drawn = picture({});
    const order = drawn.lines.map(({ state }) => state);
    expect(order.filter((state) => state === 'taken').length).toBeGreaterThan(0);
    expect(order.lastIndexOf('not-taken')).toBeLessThan(order.indexOf('taken'));
    expect(drawn.lines).toHaveLength(layoutPicture({ edition: passwordEdition }, 288).lines.length);
  });

  it('is drawn last, over the branches that it shares its trunk with', () => {
    const drawn = picture({ customersdot: failedLookup, portal_log: answered(portalLog()) });
    const order = drawn.lines.map(({ state }) => state);
    const ranks = order.map((state) => ['not-taken', 'open', 'taken'].indexOf(state));
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(order).size).toBe(2);
    expect(drawn.lines).toHaveLength(layoutPicture({ edition: passwordEdition }, 288).lines.length);
  });
});

describe.each(widths)('at %i px', (width) => {
  const drawn = () => layoutPicture({ edition: passwordEdition }, width);

  it('everything lies on the sheet', () => {
    const { boxes, answers, height, ...sheet } = drawn();
    expect(sheet.width).toBe(width);
    for (const place of [...boxes, ...answers]) {
      expect(place.x).toBeGreaterThanOrEqual(1);
      expect(place.y).toBeGreaterThanOrEqual(1);
      expect(place.x + place.width).toBeLessThanOrEqual(width - 1);
      expect(place.y + place.height).toBeLessThanOrEqual(height - 1);
    }
    expect(Math.max(...boxes.map((box) => box.y + box.height))).toBe(height - 1);
  });

  it('answers end before what stands to their right', () => {
    const { boxes, answers } = drawn();
    for (const answer of answers) {
      const end = answer.x + answer.width;
      const beside = boxes.filter(
        ({ x, y, height }) => x > answer.x && y <= answer.y + 8 && y + height > answer.y,
      );
      const edge = Math.min(width - 1, ...beside.map(({ x }) => x));
      expect(edge - end).toBe(5);
    }
  });

  it('boxes and answers do not overlap', () => {
    const { boxes, answers } = drawn();
    const places = [...boxes, ...answers];
    const overlapping = places.flatMap((one, at) =>
      places.slice(at + 1).filter((other) => overlap(one, other)),
    );
    expect(overlapping).toEqual([]);
  });

  it('no line runs through an answer, and each ends at a box', () => {
    const { boxes, answers, lines } = drawn();
    for (const line of lines) {
      expect(answers.filter((answer) => crosses(line, answer))).toEqual([]);
      const vertical = line.x1 === line.x2;
      expect(vertical || line.y1 === line.y2).toBe(true);
    }
    const inner = boxes.slice(1);
    const unreached = inner.filter((box) => !lines.some((line) => touches(line, box)));
    expect(unreached).toEqual([]);
  });

  it('has room for two lines of 12 px and an answer of fifteen letters', () => {
    const { boxes, answers } = drawn();
    expect(Math.min(...boxes.map((box) => box.height))).toBeGreaterThanOrEqual(2 * 14);
    expect(Math.min(...boxes.map((box) => box.width))).toBeGreaterThanOrEqual(200);
    expect(Math.min(...answers.map((answer) => answer.width))).toBeGreaterThanOrEqual(15 * 6.8);
  });

  it('has distinct ids', () => {
    const { boxes, answers, lines } = drawn();
    for (const places of [boxes, answers, lines]) {
      expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    }
  });
});

it('sets outcomes beside their answers only where there is room', () => {
  const outcomes = (width: number) =>
    layoutPicture({ edition: passwordEdition }, width).boxes.filter(
      ({ kind }) => kind === 'outcome',
    );
  expect(outcomes(479).map(({ x }) => x)).toEqual([27, 27, 53, 53, 27, 27, 27]);
  expect(new Set(outcomes(480).map(({ x }) => x))).toEqual(new Set([211]));
  expect(new Set(outcomes(760).map(({ x }) => x))).toEqual(new Set([334]));
  const heights = widths.map((width) => layoutPicture({ edition: passwordEdition }, width).height);
  expect(heights).toEqual([626, 626, 626, 586, 586]);
});

it.each(Object.entries({ en, de, es, fr, ja, ptBR }))(
  'has room for the words in %s',
  (_name, words) => {
    const { boxes, answers } = layoutPicture({ edition: passwordEdition }, 268);
    const rows = (label: PictureBox['label']) =>
      boxes
        .filter((box) => box.label === label)
        .flatMap(({ width }) => wrapLabel(words[label], width - 16, 12));
    expect(boxes.filter(({ label }) => rows(label).length > 2)).toEqual([]);
    const tooLong = answers.filter(
      ({ label, width }) => wrapLabel(words[label], width, 12).length > 1,
    );
    expect(tooLong).toEqual([]);
  },
);

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
type Line = Picture['lines'][number];

function overlap(one: Area, other: Area): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function crosses({ x1, y1, x2, y2 }: Line, area: Area): boolean {
  return overlap({ x: x1, y: y1, width: x2 - x1 || 1, height: y2 - y1 || 1 }, area);
}

/** Its end lies on the box's left or upper edge. */
function touches({ x2, y2 }: Line, { x, y, width, height }: Area): boolean {
  const onLeft = x2 === x && y2 > y && y2 < y + height;
  const onTop = y2 === y && x2 > x && x2 < x + width;
  return onLeft || onTop;
}
