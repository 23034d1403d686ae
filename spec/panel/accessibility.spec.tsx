import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { galleryState, renderPanel } from '../support/render-panel';

// A rule set over a whole document, in a simulated one: slow on a busy machine.
jest.setTimeout(60_000);

// axe asks for the styles of ::before, which jsdom answers with a complaint.
const styleOf = window.getComputedStyle.bind(window);
beforeAll(() => {
  window.getComputedStyle = (element) => styleOf(element);
});

async function expectNoViolations(container: Element): Promise<void> {
  const { violations } = await axe(container);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** One of each make; scripts/screenshots.ts asks the same of every state, in both schemes, in a real browser. */
describe('axe', () => {
  it.each([
    'several-causes',
    'reset-not-delivered',
    'loading',
    'everything-down',
    'by-hand',
    'near-miss',
    'settings-agent',
    'bad-address',
  ])('finds nothing in %s', async (id) => {
    const { container } = renderPanel(galleryState(id));

    await expectNoViolations(container);
  });

  it('finds nothing with everything unfolded', async () => {
    const { container, user } = renderPanel(galleryState('customersdot-down'));
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.click(screen.getByRole('button', { name: 'Account: enter by hand' }));
    await user.click(screen.getByRole('button', { name: 'Edit first: internal note' }));
    await user.click(screen.getByText('How this was decided'));
    await user.click(screen.getByText('All emails as a list'));

    await expectNoViolations(container);
  });
});
