/** Texts of `rosters`, ja. Flat keys; `{{name}}` is a placeholder. */
export const rosters = {} as const;
