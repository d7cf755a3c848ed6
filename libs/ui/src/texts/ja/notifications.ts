/** Texts of `notifications`, ja. Flat keys; `{{name}}` is a placeholder. */
export const notifications = {} as const;
