import { fireEvent, screen, within } from '@testing-library/react';
import { noon } from '../../fixtures/evidence';
import { impatientClock } from '../../fixtures/open-state';
import { diagnose } from '../../src/diagnosis/diagnose';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import type { Evidence } from '../../src/diagnosis/evidence';
import { digitKey } from '../../src/panel/choices';
import { check, galleryState, openGalleryState, renderPanel } from '../support/render-panel';

const moment = { edition: passwordEdition, now: noon, customerWroteAt: undefined };

describe('where CustomersDot is not asked', () => {
  it('the form is open by itself, without taking the focus, and one press answers', async () => {
    const { app, user } = renderPanel(galleryState('hand-mode'));

    expect(document.body).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'No: Login activated' }));

    expect(app.calls).toEqual([{ action: 'answerByHand', args: ['login', 'off'] }]);
  });

  it('the form is there while the mail logs are still being read', () => {
    const state = openGalleryState('hand-mode');
    const { investigation } = openGalleryState('loading');
    const { evidence } = investigation.diagnosis;
    const asked: Evidence = { ...evidence, customersdot: { state: 'by-hand' } };
    renderPanel({
      ...state,
      investigation: { ...investigation, diagnosis: diagnose(asked, moment) },
    });

    expect(screen.getByRole('button', { name: 'No: Login activated' })).toBeVisible();
  });
});

describe('answering by hand', () => {
  const open = (source: string) => screen.getByRole('button', { name: `Enter: ${source}` });

  it('offers every answer of the source, and hands on the one that is pressed', async () => {
    const { app, user } = renderPanel(galleryState('one-down'));

    await user.click(open('Email log, portal'));
    const answers = within(screen.getByRole('group', { name: 'Portal reset email' }));
    expect(answers.getAllByRole('button').map((button) => button.dataset.hand)).toEqual([
      'portal_reset=none',
      'portal_reset=sent',
      'portal_reset=undelivered',
    ]);
    await user.click(answers.getByRole('button', { name: 'None found: Portal reset email' }));

    expect(app.calls).toEqual([{ action: 'answerByHand', args: ['portal_reset', 'none'] }]);
  });

  it('takes a digit for a press while the focus is in the form', async () => {
    const { app, user } = renderPanel(galleryState('customersdot-down'));

    open('CustomersDot').focus();
    await user.keyboard('{Enter}4');

    expect(app.calls).toEqual([{ action: 'answerByHand', args: ['login', 'off'] }]);
  });

  it('there is no digit for a tenth answer', () => {
    expect([1, 9, 10, 12].map(digitKey)).toEqual(['1', '9', undefined, undefined]);
  });

  it('says once how to answer, and which days of the logs to look at', async () => {
    const { user, select } = renderPanel(galleryState('everything-down'));
    await user.click(select('[data-action="answer"]')[0] ?? document.body);

    expect(screen.getAllByText(/Press a button, or its digit\.$/)).toHaveLength(1);
    expect(screen.getByText(/^Email logs: look at the last 30 days\./)).toBeVisible();
  });

  it('below its own source names it no second time, and ends with the way to close it', async () => {
    const { user } = renderPanel(galleryState('one-down'));
    await user.click(open('Email log, portal'));

    expect(screen.getAllByText('Email log, portal')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Close: Email log, portal' }));
    expect(open('Email log, portal')).toHaveFocus();
    expect(screen.queryByRole('group', { name: 'Portal reset email' })).toBeNull();
  });

  it('goes to the next question with the focus, and to the verdict after the last', async () => {
    const { user, show } = renderPanel(galleryState('customersdot-down'));
    await user.click(screen.getByRole('button', { name: 'Login activated: enter by hand' }));
    await user.click(screen.getByRole('button', { name: 'No: Login activated' }));

    show(galleryState('by-hand'));

    expect(screen.getByRole('region', { name: 'Result' })).toHaveFocus();
  });

  it('goes on with the focus to the next source; a key pressed twice, or held, answers one check', async () => {
    let time = noon;
    const clock = { ...impatientClock, now: () => time };
    const { app, user, show } = renderPanel(galleryState('everything-down'), 'light', clock);
    const state = openGalleryState('everything-down');
    await user.click(screen.getByRole('button', { name: 'Portal reset email: enter by hand' }));
    await user.keyboard('1');

    const byHand = { portal_reset: { value: 'none', at: noon } } as const;
    const { evidence } = state.investigation.diagnosis;
    const diagnosis = diagnose({ ...evidence, byHand }, moment);
    show({ ...state, investigation: { ...state.investigation, diagnosis } });

    const next = screen.getByRole('button', { name: 'Found: Account' });
    expect(next).toHaveFocus();
    time += 150;
    await user.keyboard('1');
    time += 5_000;
    fireEvent.keyDown(next, { key: '1', repeat: true });
    expect(app.calls).toHaveLength(1);
    await user.keyboard('2');
    expect(app.calls.at(-1)).toEqual({ action: 'answerByHand', args: ['account', 'absent'] });
  });

  it('stays open when its source answers after all, until it is closed', async () => {
    const { user, show } = renderPanel(galleryState('early'));
    await user.click(screen.getByRole('button', { name: 'Enter: Email log, GitLab.com' }));
    const close = screen.getByRole('button', { name: 'Close: Email log, GitLab.com' });
    expect(screen.getByRole('button', { name: 'Sent: GitLab.com reset email' })).toBeVisible();

    show(galleryState('reseller'));

    const form = screen.getByRole('group', { name: 'Enter what you see: Email log, GitLab.com' });
    expect(within(form).getByText('Sent')).toBeVisible();
    await user.click(close);
    expect(form).not.toBeInTheDocument();
  });

  it('closes at Escape, and the focus goes back to the button', async () => {
    const { user } = renderPanel(galleryState('one-down'));

    await user.click(open('Email log, portal'));
    await user.keyboard('{Escape}');

    expect(screen.queryByRole('group', { name: 'Portal reset email' })).toBeNull();
    expect(open('Email log, portal')).toHaveFocus();
  });

  it('gives the address to copy, and the domain to choose', async () => {
    const { app, user } = renderPanel(galleryState('one-down'));

    await user.click(open('Email log, portal'));
    await user.click(screen.getByRole('button', { name: 'Copy address' }));

    expect(app.calls).toEqual([{ action: 'copy', args: ['jane.doe@example.com'] }]);
    expect(screen.getByText('Domain: customers.gitlab.com')).toBeInTheDocument();
  });

  it('is asked for where a part of the answer failed, which is said beside it', () => {
    renderPanel(galleryState('half-answered'));

    expect(check('Confirmed')).toHaveTextContent('No answer within 10 s. Refresh');
    expect(screen.getByRole('button', { name: 'Confirmed: enter by hand' })).toBeVisible();
    expect(check('Login activated')).not.toHaveTextContent('No answer');
  });

  it('marks what was entered by hand, and takes it back', async () => {
    const { app, user } = renderPanel(galleryState('by-hand'));

    expect(check('Login activated')).toHaveTextContent('By hand, 12:01');
    await user.click(screen.getByRole('button', { name: 'Undo: Login activated' }));

    expect(app.calls).toEqual([{ action: 'answerByHand', args: ['login', undefined] }]);
  });

  it('names the days that were looked at where none was found', () => {
    const state = openGalleryState('one-down');
    const { evidence } = state.investigation.diagnosis;
    const byHand = { portal_reset: { value: 'none', at: noon } } as const;
    const diagnosis = diagnose({ ...evidence, byHand }, moment);
    renderPanel({ ...state, investigation: { ...state.investigation, diagnosis } });

    expect(check('Portal reset email')).toHaveTextContent(
      'By hand, 12:00None in the 30 days up to 12:00',
    );
  });

  it.each(['reseller', 'no-account'])('is not offered in %s', (id) => {
    renderPanel(galleryState(id));

    expect(
      screen.queryByRole('button', { name: /enter by hand$|^Enter: / }),
    ).not.toBeInTheDocument();
  });

  it('does not call what an absent account cannot have unknown', () => {
    renderPanel(galleryState('no-account'));

    expect(check('Login activated')).not.toHaveTextContent('Unknown');
    expect(check('Login activated')).toHaveTextContent('–');
  });

  it('does not offer "none" of a reset that is there', async () => {
    const { user } = renderPanel(galleryState('underway'));

    await user.click(open('Email log, portal'));

    const answers = within(screen.getByRole('group', { name: 'Portal reset email' }));
    expect(answers.getAllByRole('button').map((button) => button.dataset.hand)).toEqual([
      'portal_reset=sent',
      'portal_reset=undelivered',
    ]);
  });
});

describe('several accounts that differ', () => {
  const question = 'Which account does the customer use?';

  it('are one question: which of them the customer uses, each with its spelling and what it says', async () => {
    const { app, user, select } = renderPanel(galleryState('several-accounts'));

    const openForm = screen.getByRole('button', { name: 'Account used: enter by hand' });
    expect(screen.queryByText(question)).toBeNull();
    await user.click(openForm);
    expect(screen.getAllByText(question)).toHaveLength(1);
    const choice = screen.getByRole('group', { name: question });
    expect(choice).toHaveTextContent('Jane.Doe@example.com');
    expect(choice).toHaveTextContent('Jane.Doe@example.comLogin activated: No');
    expect(screen.getByRole('button', { name: `Account 4: ${question}` })).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'No: Login activated' })).toBeNull();
    await user.keyboard('2');
    const [no] = select('[data-hand="login=off"]');
    if (no) await user.click(no);

    const chosen = { action: 'chooseAccount', args: ['911'] };
    expect(app.calls).toEqual([chosen, chosen]);
  });

  it.each([
    ['3', 'None of these', 'Ask the customer which address they sign in with'],
    ['4', 'Not known', 'Ask the customer for a subscription name or an invoice number'],
  ])('by “%s” may be none, or nobody knows: %s decides nothing', async (digit, words, next) => {
    const { app, user } = renderPanel(galleryState('which-account'));
    await user.click(screen.getByRole('button', { name: 'Account used: enter by hand' }));
    await user.keyboard(digit);

    const answer = screen.getByRole('button', { name: `${words}: ${question}`, pressed: true });
    const form = within(screen.getByRole('group', { name: question }));
    expect(form.getByText(`The result stays open. ${next}`, { exact: false })).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(next);
    expect(app.calls).toEqual([]);
    expect(screen.getByRole('heading', { name: 'Not settled' })).toBeVisible();
    await user.click(answer);
    expect(form.queryByText('The result stays open.', { exact: false })).toBeNull();
  });

  it('stay on the screen once one was chosen, which is marked and can be undone', async () => {
    const { app, user } = renderPanel(galleryState('account-chosen'));

    expect(check('Account')).toHaveTextContent('The customer uses: Account 1800 (by hand)');
    expect(check('Confirmed')).toHaveTextContent('Account 1801: “Confirmed at” is empty');
    expect(check('Confirmed')).toHaveTextContent('By hand, 12:01');
    expect(screen.queryByRole('button', { name: 'Undo: Confirmed' })).toBeNull();
    const verdict = screen.getByRole('region', { name: 'Result' });
    expect(verdict).toHaveTextContent('Based on manual answers: Account 1800. Undo');
    await user.click(within(verdict).getByRole('button', { name: 'Undo: Account used' }));
    expect(verdict).toHaveFocus();
    await user.click(within(check('Account')).getByRole('button', { name: 'Undo: Account' }));

    const takenBack = { action: 'chooseAccount', args: [undefined] };
    expect(app.calls).toEqual([takenBack, takenBack]);
  });

  it('are one answer in the form while another check is open, which can be undone there', async () => {
    const { app, user } = renderPanel(galleryState('account-chosen-open'));
    await user.click(screen.getByRole('button', { name: 'Portal reset email: enter by hand' }));
    const form = screen.getByRole('group', { name: 'Enter what you see: CustomersDot' });

    expect(form).toHaveTextContent(`${question}Account 1800`);
    expect(form).not.toHaveTextContent('Confirmed');
    await user.click(within(form).getByRole('button', { name: `Undo: ${question}` }));
    expect(app.calls).toEqual([{ action: 'chooseAccount', args: [undefined] }]);
  });
});
