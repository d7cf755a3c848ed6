/** Texts of `attendance`, ja. Flat keys; `{{name}}` is a placeholder. */
export const attendance = {} as const;
