/** Refuses a Node that is too old, with a sentence. */
export function checkNode(version?: string): void;
/** Whether what is installed in `root` is what its package-lock.json asks for. */
export function isInstalled(root: string): boolean;
