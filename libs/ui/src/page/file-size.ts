/** How large a file is, in the words under which phones list it: 340KB, 1.2MB. At least 1KB. */
export function fileSize(bytes: number): string {
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${Math.max(1, Math.round(kilo))}KB` : `${(kilo / 1024).toFixed(1)}MB`;
}
