/** Texts of `app`, ja. Flat keys; `{{name}}` is a placeholder. */
export const app = {} as const;
