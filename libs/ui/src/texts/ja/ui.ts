/** Texts of `ui`, ja. Flat keys; `{{name}}` is a placeholder. */
export const ui = {} as const;
