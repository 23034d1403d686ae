/** What replies may link to. Customers use the production portal, whichever host the app's settings name. */
export const portalLinks: Readonly<Record<string, string>> = {
  sign_in_url: 'https://customers.gitlab.com/customers/sign_in',
  reset_url: 'https://customers.gitlab.com/customers/password/new',
  confirmation_url: 'https://customers.gitlab.com/customers/confirmation/new',
  docs_url: 'https://docs.gitlab.com/subscriptions/customers_portal/',
  support_url: 'https://support.gitlab.com/',
};
