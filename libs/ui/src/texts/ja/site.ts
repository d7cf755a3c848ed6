/** Texts of `site`, ja. Flat keys; `{{name}}` is a placeholder. */
export const site = {} as const;
