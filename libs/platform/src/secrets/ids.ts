import { hash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new row id: UUIDv7, made by the application so that PostgreSQL 15 and newer all serve. */
export function newId(): string {
  return v7();
}

/** A secret nobody can guess: 256 random bits, 43 URL-safe characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored instead of a token: its SHA-256. A fast hash is enough for 256 random bits. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
