/** Mails appear in the logs minutes late: for this long after an instant they may not show what came before it. */
export const logLagMs = 30 * 60 * 1000;
