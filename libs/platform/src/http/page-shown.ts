/** Which page of a list is shown: the one that was asked for, or the last there is. A list becomes shorter while somebody turns it. */
export const pageShown = (asked: number, total: number, pageSize: number): number => Math.min(asked, Math.max(1, Math.ceil(total / pageSize)));
