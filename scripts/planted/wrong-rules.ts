interface WrongRule {
  /** As a support engineer would notice it. */
  readonly says: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Mistakes that somebody could make in the core, each of which has to turn specs red. */
export const wrongRules: readonly WrongRule[] = [
  {
    says: 'Any reset on GitLab.com is one on the wrong site, whatever the portal sent',
    file: 'src/diagnosis/editions/password.ts',
    from: "when: { portal_reset: 'none', gitlab_reset: 'sent' }",
    to: "when: { gitlab_reset: 'sent' }",
  },
  {
    says: 'The last cause on the page comes first, not the first',
    file: 'src/diagnosis/rules.ts',
    from: 'rules.find(holds)',
    to: 'rules.toReversed().find(holds)',
  },
  {
    says: 'A missing “Confirmed at” counts as an empty one',
    file: 'src/diagnosis/checks.ts',
    from: 'confirmedAt === undefined ? confirmed : confirmedAt !== null',
    to: 'typeof confirmedAt === "number" || confirmed === true',
  },
  {
    says: 'A log that was cut off without a reset counts as “none”',
    file: 'src/diagnosis/answers.ts',
    from: 'return !truncated && unreadable === 0 && unseen === undefined;',
    to: 'return (unreadable === 0 && unseen === undefined) || truncated;',
  },
  {
    says: 'A failed lookup of the account counts as “no account”',
    file: 'src/diagnosis/evidence.ts',
    from: "return { known: false, why: { kind: 'failed', failure: lookup.failure } };",
    to: "return { known: true, value: 'absent', by: 'lookup', at: lookup.at };",
  },
  {
    says: 'The likeliest of several possible causes is the verdict',
    file: 'src/diagnosis/verdict.ts',
    from: 'outcome !== undefined && others.length === 0',
    to: 'outcome !== undefined',
  },
  {
    says: 'Today’s page calls a login that is off “bought through a reseller”',
    file: 'src/diagnosis/editions/one-time-link.ts',
    from: "outcome: 'login_off',",
    to: "outcome: 'reseller',",
  },
  {
    says: 'Today’s page takes a portal reset for a sign-in link',
    file: 'src/diagnosis/editions/one-time-link.ts',
    from: "when: { sign_in_link: 'none', gitlab_reset: 'none' }",
    to: "when: { portal_reset: 'none', gitlab_reset: 'none' }",
  },
  {
    says: 'A GitLab.com reset is the cause by today’s page although a sign-in link arrived',
    file: 'src/diagnosis/editions/one-time-link.ts',
    from: "when: { sign_in_link: 'none', gitlab_reset: 'sent' }",
    to: "when: { gitlab_reset: 'sent' }",
  },
  {
    says: 'A link that nobody has listed a subject for was never sent',
    file: 'src/diagnosis/checks.ts',
    from: "return { why: { kind: 'no-subjects' } };",
    to: "return { value: 'none' };",
  },
  {
    says: 'A link that expired counts although a newer mail may be one',
    file: 'src/diagnosis/checks.ts',
    from: 'mayBeNewer(mail, newest) && !isLikeIt(mail)',
    to: 'mayBeNewer(mail, newest) && arrivalOf(mail.outcome) !== arrivalOf(newest.outcome)',
  },
  {
    says: 'A verdict waits for what no lookup says',
    file: 'src/diagnosis/evidence.ts',
    from: "return isOptional(check) && !fact.known && fact.why.kind !== 'pending';",
    to: 'return false;',
  },
];
