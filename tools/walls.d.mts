export const MAY_IMPORT: Record<string, string[]>;
export const APPS_MAY_IMPORT: Record<string, string[]>;
export const LIBS: string[];
export function forbiddenFor(room: string, kind: 'lib' | 'app'): string[];
export function wallsOf(): unknown[];
