import { markup } from './escape';
import { page } from './layout';

const forms = {
  password: {
    title: 'Forgot your password?',
    button: 'Send me reset password instructions',
    sent: 'If your email address exists in our database, you will receive a password recovery link at your email address in a few minutes.',
  },
  confirmation: {
    title: 'Resend confirmation instructions',
    button: 'Resend confirmation instructions',
    sent: 'If your email address exists in our database, you will receive an email with instructions for how to confirm your email address in a few minutes.',
  },
} as const;

export type CustomerForm = keyof typeof forms;

export const isCustomerForm = (name: string | undefined): name is CustomerForm =>
  name !== undefined && Object.hasOwn(forms, name);

export function formPage(base: string, form: CustomerForm): string {
  const { title, button } = forms[form];
  const content = markup`<form action="${base}/customers/${form}" method="post">
<label>Email <input type="email" name="customer[email]" autocomplete="email" required></label>
<button>${button}</button></form>
<p class="quiet">The sandbox sends no mail.</p>`;
  return page({ title, base, content, narrow: true });
}

export function customerSignInPage(base: string, sent: string | null): string {
  const notice = isCustomerForm(sent ?? undefined) ? forms[sent as CustomerForm].sent : undefined;
  const content = markup`${notice === undefined ? '' : markup`<p class="notice" role="status">${notice}</p>`}
<p><a href="${base}/customers/password/new">Forgot your password?</a></p>
<p><a href="${base}/customers/confirmation/new">Didn’t receive confirmation instructions?</a></p>`;
  return page({ title: 'Sign in', base, content, narrow: true });
}

export function notFoundPage(base: string): string {
  return page({
    title: 'The page you were looking for doesn’t exist',
    base,
    content: markup`<p class="quiet">404</p>`,
  });
}
