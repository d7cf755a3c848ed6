export { waitsUntil, waitsUntilSooner } from '@yoriai/notifications';
