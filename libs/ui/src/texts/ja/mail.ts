/** Texts of `mail`, ja. Flat keys; `{{name}}` is a placeholder. */
export const mail = {} as const;
