/** Texts of `associations`, ja. Flat keys; `{{name}}` is a placeholder. */
export const associations = {} as const;
