/** Texts of `events`, ja. Flat keys; `{{name}}` is a placeholder. */
export const events = {} as const;
