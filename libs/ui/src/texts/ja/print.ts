/** Texts of the papers, ja. Flat keys; `{{name}}` is a placeholder. */
export const print = {
  'print.poster.contact': '申込・問合せ',
} as const;
