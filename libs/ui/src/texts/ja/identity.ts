/** Texts of `identity`, ja. Flat keys; `{{name}}` is a placeholder. */
export const identity = {} as const;
