/** Texts of `print`, ja. Flat keys; `{{name}}` is a placeholder. */
export const print = {} as const;
