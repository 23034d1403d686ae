declare const brand: unique symbol;

/** A mail address that is safe to ask about: parsed, trimmed, as typed (capitals kept). */
export type Address = string & { readonly [brand]: 'Address' };
