import fc from 'fast-check';
import { mail } from '../../fixtures/evidence';
import { groupMarks, shareOfWindow } from '../../src/panel/mail-lanes';

const window = { from: 0, to: 1000 };
const mails = fc.array(
  fc.record({ sentAt: fc.integer({ min: -100, max: 1100 }), id: fc.uuid() }).map(mail),
);

describe('the marks of a lane', () => {
  it('hold every mail once', () => {
    fc.assert(
      fc.property(mails, (sent) => {
        const drawn = groupMarks(sent, window).flatMap(({ marks }) =>
          marks.map((mark) => mark.mail),
        );

        expect(new Set(drawn)).toEqual(new Set(sent));
        expect(drawn).toHaveLength(sent.length);
      }),
    );
  });

  it('have targets that do not overlap, at the narrowest too', () => {
    fc.assert(
      fc.property(mails, (sent) => {
        const middles = groupMarks(sent, window).map(({ at }) => at);

        middles.slice(1).forEach((at, index) => {
          expect((at - (middles[index] ?? 0)) * 272).toBeGreaterThanOrEqual(24 - 1e-9);
        });
      }),
    );
  });

  it('keep their mails within reach of the target', () => {
    const [group] = groupMarks([mail({ sentAt: 500 }), mail({ sentAt: 540 })], window);

    expect(group?.marks.map(({ at }) => at)).toEqual([0.5, 0.54]);
    expect(group?.at).toBeCloseTo(0.52);
  });

  it.each([
    [-5, 0],
    [0, 0],
    [250, 0.25],
    [1000, 1],
    [2000, 1],
  ])('%d stands at %d', (instant, place) => {
    expect(shareOfWindow(window, instant)).toBe(place);
  });

  it('stand at the end of a window without length', () => {
    expect(shareOfWindow({ from: 5, to: 5 }, 5)).toBe(1);
  });
});
