/** Texts of `reminders`, ja. Flat keys; `{{name}}` is a placeholder. */
export const reminders = {} as const;
