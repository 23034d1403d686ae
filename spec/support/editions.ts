import { passwordEdition } from '../../src/diagnosis/editions/password';
import { outcomesOf } from '../../src/diagnosis/rules';

/** The outcomes of the page as it was given, in its order. */
export const outcomeIds = outcomesOf(passwordEdition);
