import { given } from '../../src/diagnosis/editions/given';
import { screen, within } from '@testing-library/react';
import { diagnose } from '../../src/diagnosis/diagnose';
import { noon, portalLog } from '../../fixtures/evidence';
import { galleryState, openGalleryState, renderPanel } from '../support/render-panel';

const verdict = () => within(screen.getByRole('region', { name: 'Verdict' }));

describe('the verdict', () => {
  it('says what is wrong in plain words, and how sure that is', () => {
    renderPanel(galleryState('reseller'));

    expect(verdict().getByRole('heading')).toHaveTextContent('Bought through a reseller');
    expect(verdict().getByText('Certain: every check is answered.')).toBeInTheDocument();
  });

  it('does not wait for what cannot change it, and says so', () => {
    renderPanel(galleryState('early'));

    expect(verdict().getByText(/^Certain already/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Insert reply' })).toBeInTheDocument();
  });

  it('is provisional while the logs may lag', () => {
    renderPanel(galleryState('provisional'));

    expect(verdict().getByText(/^Provisional/)).toBeInTheDocument();
  });

  it('says of an open verdict too what of it was entered by hand', () => {
    renderPanel(galleryState('by-hand-open'));

    expect(verdict().getByText('Applies in any case: Account not confirmed')).toBeInTheDocument();
    expect(
      verdict().getByText('Rests on what was entered by hand: Login activated and Confirmed.'),
    ).toBeInTheDocument();
  });

  it('is not certain while its answers are being asked for again', () => {
    renderPanel(galleryState('rechecking'));

    expect(verdict().getByText(/^Being checked again/)).toBeInTheDocument();
    expect(verdict().queryByText(/^Certain/)).toBeNull();
  });

  it('does not say that no source answered where one did', () => {
    const state = openGalleryState('everything-down');
    const { diagnosis } = state.investigation;
    const cutOff = { ...portalLog(), truncated: true };
    const evidence = {
      ...diagnosis.evidence,
      portal_log: { state: 'answered', value: cutOff, askedAt: noon, at: noon } as const,
    };
    renderPanel({
      ...state,
      investigation: {
        ...state.investigation,
        diagnosis: diagnose(evidence, { edition: given, now: noon, customerWroteAt: noon }),
      },
    });

    expect(verdict().getByRole('heading')).toHaveTextContent('Not settled');
    expect(verdict().queryByText(/No source answered/)).toBeNull();
  });

  it('names the answers it owes to the engineer', () => {
    renderPanel(galleryState('by-hand'));

    expect(
      verdict().getByText('Rests on what was entered by hand: Account and Login activated.'),
    ).toBeInTheDocument();
  });

  it('lists what applies too', () => {
    renderPanel(galleryState('several-causes'));

    expect(verdict().getByText('Also applies: Account not confirmed')).toBeInTheDocument();
  });

  it('lists what is still possible, and what would settle it', () => {
    renderPanel(galleryState('one-down'));

    expect(verdict().getByRole('heading')).toHaveTextContent('Not settled');
    expect(
      verdict()
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Reset on the wrong site', 'Reset mail not delivered', 'No known cause']);
    expect(verdict().getByText('To settle it: Portal reset mail')).toBeInTheDocument();
  });

  it('says for each what would settle it where they differ', () => {
    renderPanel(galleryState('customersdot-down'));

    expect(verdict().getByText('Bought through a reseller')).toHaveTextContent(
      'settled by: Login activated',
    );
  });

  it('says what is possible so far while answers are coming', () => {
    renderPanel(galleryState('narrowing'));

    expect(verdict().getByRole('heading')).toHaveTextContent('Checking…');
    expect(verdict().getByText('Possible so far:')).toBeInTheDocument();
  });

  it('does not list every cause there is', () => {
    renderPanel(galleryState('loading'));

    expect(verdict().queryByRole('list')).not.toBeInTheDocument();
  });

  it('says that nothing could be checked, and what to do', () => {
    renderPanel(galleryState('everything-down'));

    expect(verdict().getByRole('heading')).toHaveTextContent('Nothing could be checked');
    expect(verdict().getByText(/answer the checks by hand/)).toBeInTheDocument();
  });

  it('gives its cautions before the reply is sent, each with a link', () => {
    renderPanel(galleryState('reseller'));
    const cautions = within(screen.getByRole('list', { name: 'Before you send it' }));

    expect(cautions.getAllByRole('link')).toHaveLength(2);
  });
});
