/** Texts of `reporting`, ja. Flat keys; `{{name}}` is a placeholder. */
export const reporting = {} as const;
