import { mailKind } from '../../src/mailgun/mails';

const known = {
  reset: ['Reset password instructions', 'Anleitung um Dein Passwort zurückzusetzen', ' '],
  confirmation: ['Confirmation instructions'],
};

test.each([
  ['Reset password instructions', 'reset'],
  ['  reset  PASSWORD instructions ', 'reset'],
  ['Reset password instructions | GitLab', 'reset'],
  ['Anleitung um Dein Passwort zurückzusetzen', 'reset'],
  ['Anleitung um Dein Passwort zuru\u0308ckzusetzen', 'reset'],
  ['Confirmation instructions', 'confirmation'],
  ['Confirmation instructions | GitLab', 'confirmation'],
  ['Reset password instructions were sent', 'other'],
  ['Re: Reset password instructions', 'other'],
  ['Your invoice', 'other'],
  ['', 'other'],
  [' | GitLab', 'other'],
])('takes %j for %s', (subject, kind) => {
  expect(mailKind(subject, known)).toBe(kind);
});
