import { isOfInterest } from '../../src/app/opening';

const ticket = {
  formId: '360000071293',
  tags: ['customers_portal'],
  subject: 'Cannot sign in',
  text: 'I reset my Password twice.',
};
const rules = { autoRunForms: [], autoRunTags: [], autoRunWords: [] };

describe('auto-run rules', () => {
  it.each([
    ['no rule at all', {}, true],
    ['its form', { autoRunForms: ['360000071293'] }, true],
    ['another form', { autoRunForms: ['1'] }, false],
    ['its tag', { autoRunTags: ['other', 'customers_portal'] }, true],
    ['a part of its tag', { autoRunTags: ['customers'] }, false],
    ['a word of the text, case aside', { autoRunWords: ['password'] }, true],
    ['a word of the subject', { autoRunWords: ['SIGN IN'] }, true],
    ['another word', { autoRunWords: ['invoice'] }, false],
    [
      'another form but a word that matches',
      { autoRunForms: ['1'], autoRunWords: ['reset'] },
      true,
    ],
  ])('with %s', (_case, change, expected) => {
    expect(isOfInterest(ticket, { ...rules, ...change })).toBe(expected);
  });

  it('does not match a form rule on a ticket without a form', () => {
    expect(
      isOfInterest({ ...ticket, formId: undefined }, { ...rules, autoRunForms: ['undefined'] }),
    ).toBe(false);
  });
});
