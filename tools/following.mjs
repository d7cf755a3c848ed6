/** Node's arguments for a process that ends with the one that started it; its standard input must be a pipe. */
export const FOLLOWING = ['--import', new URL('./follow-parent.mjs', import.meta.url).href];
