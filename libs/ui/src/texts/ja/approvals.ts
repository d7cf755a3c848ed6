/** Texts of `approvals`, ja. Flat keys; `{{name}}` is a placeholder. */
export const approvals = {} as const;
